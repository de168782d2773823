"""The first lines, the answer in plain words, the question and the method."""

WORDS = {
    "preamble.counting": (
        "Counting shows how widely a reason is attested, and by whom; what it meant is the researcher’s argument, "
        "made in words."
    ),
    "preamble.order": (
        "Names and counts therefore come before probabilities, the report speaks of the *order of attestation* and "
        "never of importance, and a reason that no source voices is called *not attested*, not absent."
    ),
    "preamble.trace": "Every finding can be followed to the passages that carry it, and every passage to its source.",
    "answer.heading": "The answer in plain words",
    "answer.not_told_apart": (
        "On the evidence at hand it cannot be told which motive led: {leaders} is the most widely attested, by "
        "{k:witness|witnesses}, but it cannot be told apart from {rivals}."
    ),
    "answer.not_told_apart_unnamed": (
        "On the evidence at hand it cannot be told which motive led: {leaders} is the most widely attested, by "
        "{k:witness|witnesses}, but its lead is too small to rely on."
    ),
    "answer.tied": (
        "On the evidence at hand it cannot be told which motive led: {leaders} are attested equally widely, each by "
        "{k:witness|witnesses}, and nothing in the count tells them apart."
    ),
    "answer.tied_rivals": "Nor can they be told apart from {rivals}.",
    "answer.leads": (
        "{leaders} leads, attested by {k:witness|witnesses}, but the lead is not secured: the conditions that fail "
        "are named with the ranking."
    ),
    "answer.foremost": (
        "Most importantly, the evidence names {leaders}: {k:witness|witnesses} attest it, and it stays first under "
        "every test that this report applies."
    ),
    "answer.not_assessable": (
        "Which motive led cannot be assessed: {n:witness speaks|witnesses speak} to the reasons of the deciding "
        "side ({own}) and {supported:motive is|motives are} attested, while at least four witnesses and two "
        "attested motives are needed."
    ),
    "answer.witnesses": "{n:witness speaks|witnesses speak} to the reasons of the deciding side ({own}): {groups}.",
    "answer.order": "In the order of attestation the motives stand as follows.",
    "answer.motive": "{motive}: attested by {k}; {voices}.",
    "answer.motive_opposed": (
        "{motive}: attested by {k}, {voices}; {against:witness speaks|witnesses speak} against it."
    ),
    "answer.motive_opposed_only": "{motive}: *not attested*; {against:witness speaks|witnesses speak} against it.",
    "answer.motive_none": "{motive}: *not attested*.",
    "answer.published": (
        "An order of these motives has been published ({label}) and puts {first} first; counted by independent "
        "witnesses, the evidence at hand puts it at rank {rank} of {m}."
    ),
    "answer.published_agrees": (
        "An order of these motives has been published ({label}) and puts {first} first, and so does the evidence at "
        "hand."
    ),
    "answer.published_needed": (
        "For the two to agree, {groups:further independent witness|further independent witnesses} would have to "
        "name {first} and nobody speak against it."
    ),
    "answer.published_method": (
        "{first} comes first by the score *{method}* alone, and there it rests on {groups}, {voices}."
    ),
    "answer.published_method_too": (
        "{first} also comes first by the score *{method}*, where it rests on {groups}, {voices}."
    ),
    "answer.published_no_method": "No score of this report puts {first} first.",
    "answer.published_lost": (
        "{n:~This stricter rule takes|Any one of these stricter rules takes} that away: {switches:or}."
    ),
    "answer.published_switches": (
        "On the count of witnesses, {first} leads only where a rule is changed: {switches:or}."
    ),
    "answer.published_no_switch": "On the count of witnesses, no single change of rule puts {first} first.",
    "answer.chance": (
        "A model of chance in who happened to speak gives a probability of {p} that {first} is the most widely "
        "attested, and of {q} for {second}; that is not the probability that it moved the decision."
    ),
    "answer.chance_one": (
        "A model of chance in who happened to speak gives a probability of {p} that {first} is the most widely "
        "attested; that is not the probability that it moved the decision."
    ),
    "synthetic.title": "Invented source, set aside",
    "synthetic.aside": (
        "{sources} {n:~is|are} invented, made to try out the method; {n:~it counts|they count} for nothing in this "
        "report."
    ),
    "synthetic.counted": (
        "The switch *synthetic* is on: {sources} {n:~is invented and is|are invented and are} counted in the "
        "figures below, which are therefore no evidence on the case."
    ),
    "question.heading": "The question",
    "question.asked": "Question",
    "question.decision": "Decision",
    "question.date": "Date of the decision",
    "question.own": "Whose motives",
    "question.guide": "Interview guide",
    "question.guide_length": "{title}: {n:#question|questions}",
    "question.caption": "What the study asks",
    "question.column.item": "Item",
    "question.column.content": "Content",
    "question.background": (
        "The study asks for reasons held before or at the decision; a reason given later for going on, or a result "
        "observed afterwards, is not evidence of a motive."
    ),
    "method.heading": "How it was done",
    "method.read": (
        "{n:~The coder|The coders} {coders} read {sources:source|sources} with a codebook of {codes:code|codes} and "
        "made {codings:#coding|codings} on {passages:#passage|passages}; {uncoded:#passage was|passages were} read "
        "and left uncoded on purpose."
    ),
    "method.one_person": "The codings under the names {coders} are by one person.",
    "method.machine": "The codings of {coders} were made by a program and accepted by a person.",
    "method.admissible": (
        "A coding counts as evidence of a motive only when its source is included and not invented, it is about the "
        "case in question, the reason is that of the deciding side ({own}), and the reason is dated before or at "
        "the decision."
    ),
    "method.witnesses": (
        "Sources with one origin, such as reports that print the same press release, are textually one and count as "
        "one witness; a text compiled from several origins is nobody’s witness."
    ),
    "method.sign": (
        "For each motive a witness counts +1 if any admissible passage supports it, −1 if its passages only oppose "
        "it, and 0 otherwise."
    ),
    "method.coders": (
        "Where several people coded, a passage counts when either of them coded it; each coder alone, and only what "
        "all of them coded, are shown beside it."
    ),
    "method.weights": (
        "A witness’s weight goes by the reliability letter of its source alone; the digit for credibility is shown "
        "and not multiplied, because being confirmed by others would count corroboration twice."
    ),
    "method.switches_on": "This report was made with the switches {switches} on.",
    "method.switches_off": "No switch is on: these are the study’s own rules.",
    "method.rules_fixed": "The rules were fixed and hashed before the first ranking and have not changed since.",
    "method.rules_changed": (
        "The rules have been changed {n:time|times} since they were first fixed; the audit lists it."
    ),
    "method.weights_caption": "Weight of a source by its reliability",
    "weights.column.letter": "Letter",
    "weights.column.meaning": "Meaning",
    "weights.column.weight": "Weight",
    "scores.caption": "Six ways of scoring a motive",
    "scores.column.score": "Score",
    "scores.column.meaning": "What it counts",
    "answer.witness_is": "A *witness* is a source, or a group of sources that copy one another and so count once.",
    "switch.named": "*{name}* ({meaning})",
}
