"""Findings by motive, the ranking and how far it can be relied on."""

WORDS = {
    "motives.heading": "Findings by motive",
    "motives.text": (
        "The motives follow in the order of attestation; under each stand the passages that carry it, in their own "
        "language, with their source, who coded them and in whose voice they speak."
    ),
    "motive.attested": "{k:witness|witnesses} {some:~attests|attest} this motive, {voices}: {groups}.",
    "motive.institutions": "{n:institution speaks|institutions speak} for it.",
    "motive.contested": "Within {groups} there are passages against it as well.",
    "motive.opposed": "Against it {n:~speaks|speak} {groups}.",
    "motive.none": (
        "This motive is *not attested*: no admissible passage names it, which does not show that it played no part."
    ),
    "motive.none_opposed": "No admissible passage names this motive; against it {n:~speaks|speak} {groups}.",
    "motive.coders": "Coded by each alone, the witnesses for it minus those against it number {counts}.",
    "motive.supporting": "{n:#supporting quote|supporting quotes}",
    "motive.opposing": "{n:#quote against it|quotes against it}",
    "motive.coder_count": "{n} ({coder})",
    "confidence.caption": "Confidence in this finding: {level} ({state})",
    "confidence.proposed": "proposed by the program",
    "confidence.decided": "decided by {who}",
    "confidence.column.component": "Component",
    "confidence.column.concern": "Concern",
    "confidence.column.reason": "Reason",
    "confidence.second-hand": "{share:witness|witnesses} {k:~has|have} nothing but a writer’s attribution.",
    "confidence.weak-sources": "The best source of {share:witness|witnesses} is below letter C.",
    "confidence.opposed": "{k:witness speaks|witnesses speak} against it, beside {n} for it.",
    "confidence.coders-differ": "{share:witness|witnesses} {k:~is|are} not a witness for it by every coder.",
    "confidence.few-witnesses": "{n:witness supports|witnesses support} it.",
    "confidence.one-kind": "All its witnesses are of one kind of source.",
    "confidence.inferred": "For {share:witness|witnesses} the reason is inferred, never stated.",
    "confidence.after-decision": "{share:witness|witnesses} {k:~is|are} undated or later than the decision.",
    "confidence.note": (
        "The four components are those of GRADE-CERQual, adapted here to a single study; a person decides, the "
        "program only proposes."
    ),
    "ranking.heading": "The ranking, and how far it can be relied on",
    "ranking.order": "By independent witnesses the order of attestation is {order}.",
    "ranking.ties": (
        "Motives with the same number of witnesses stand in the order of weighted support, then of passages, which "
        "tells them apart on paper only."
    ),
    "ranking.caption": "Six scores of each motive",
    "ranking.column.motive": "Motive",
    "ranking.column.passages": "Passages",
    "ranking.column.independent": "Indep. support",
    "ranking.column.weighted": "Weighted support",
    "ranking.column.breadth": "Breadth",
    "ranking.column.priority": "Stated priority",
    "ranking.column.causal": "Causal weight",
    "ranking.column.witnesses": "For / against",
    "ranking.verdict.heading": "Verdict",
    "ranking.verdict.foremost": "The verdict by rule is *foremost*: {leaders}.",
    "ranking.verdict.leads": "The verdict by rule is *leads, not secured*: {leaders}.",
    "ranking.verdict.not_told_apart": "The verdict by rule is *not told apart*.",
    "ranking.verdict.not_assessable": "The verdict by rule is *not assessable*.",
    "ranking.verdict.conditions": "A report may say “most importantly” only where every condition holds; these fail:",
    "ranking.verdict.inseparable": "{leaders} cannot be told apart from {rivals}.",
    "condition.fewer-than-four-witnesses": (
        "Only {value:#witness speaks|witnesses speak} to the motives; four are needed."
    ),
    "condition.fewer-than-two-motives": "Fewer than two motives are attested.",
    "condition.tied-first": "{motives} share the first place.",
    "condition.p-first-not-computable": "The probability of being first could not be computed.",
    "condition.p-first-below-leading": (
        "The probability that the leader is the most widely attested, {chance}, is below .75."
    ),
    "condition.p-first-below-leading.unnumbered": "The lead is too small for the number of witnesses.",
    "condition.fewer-than-ten-witnesses": (
        "There are {value:witness|witnesses}; ten are needed before a motive is called foremost."
    ),
    "condition.p-first-below-foremost": (
        "The probability that the leader is the most widely attested, {chance}, is below .90."
    ),
    "condition.p-first-below-foremost.unnumbered": "The lead is too small to call the motive foremost.",
    "condition.fragile": (
        "Without {groups} the leader would no longer stand alone at the top; at least two witnesses should be "
        "needed to unseat it."
    ),
    "condition.coders-differ": "As {coders} would have it, the leader is not alone at the top.",
    "condition.switches-unseat": (
        "{s:~Under the stricter rule|Under each of the stricter rules} {switches} the leader is not alone at the top."
    ),
    "condition.first-hand-puts-another-first": "{groups}, at first hand, {n:~puts|put} {motives} first.",
    "condition.one-institution": "The leader is named by one institution alone; two are needed.",
    "chance.heading": "Chance in who spoke",
    "chance.heading.unnumbered": "Coder by coder",
    "chance.what": (
        "P(first) is the model probability that a motive is the most widely attested among witnesses of the kind "
        "collected; it is *not* the probability that it moved the decision."
    ),
    "chance.covers": (
        "It covers chance in who spoke, and differences between coders. It does not cover reticence, the selection "
        "of sources, hindsight or copies that nobody noticed."
    ),
    "chance.words": "With fewer than ten witnesses it is given in words, because more digits would promise too much.",
    "chance.caption": "P(first) and independent support, as each coder and both together would have it",
    "chance.caption.unnumbered": "Independent support, as each coder and both together would have it",
    "chance.column.motive": "Motive",
    "chance.column.headline": "P(first)",
    "chance.headline": "{support} · {p}",
    "chance.chart": "Probability of each rank",
    "chance.chart.alt": "Bars, one a motive, split by the probability of each rank. Chance of being first: {parts}.",
    "chance.chart.part": "{motive} {p}",
    "chance.chart.note": "Each bar adds up to certainty; the darkest part is the probability of being first.",
    "chance.chart.rank": "Rank {rank}",
    "chance.axis.none": "0",
    "chance.axis.quarter": "one in four",
    "chance.axis.half": "one in two",
    "chance.axis.three-quarters": "three in four",
    "chance.axis.all": "certain",
    "chance.chart.axis": "Probability",
    "chance.calibrated": (
        "In simulations of {studies:#study|studies} each, drawn from the model’s own prior, P(first) was off by "
        "{error} at most: the computation is sound where its assumptions hold."
    ),
    "chance.stress": "Where they do not hold, simulation shows how it misleads:",
    "stress.close-motives": "With motives that lie close together, a P(first) of .90 or more was right {range}.",
    "stress.talkative-witnesses": "With talkative witnesses, a P(first) of .90 or more was right {range}.",
    "stress.coder-error": "With a coder error of {strength}, a P(first) of .90 or more was right {range}.",
    "stress.blurred-borders": (
        "With borders between codes so blurred that {strength} of what was said of a motive was coded as another, a "
        "P(first) of .90 or more was right {range}."
    ),
    "stress.undetected-copies": (
        "With {strength} of the witnesses undetected copies, a P(first) of .90 or more was right {range}."
    ),
    "stress.reticence": (
        "With reticence (sd {strength} on the logit), a P(first) of .90 or more was right {range}, however many "
        "witnesses there were."
    ),
    "stress.unlisted-motive": (
        "With a motive or rival that no code stands for, and that {strength} of the witnesses would have named, a "
        "P(first) of .90 or more was right {range}."
    ),
    "stress.equal-motives": "With motives that are truly equal, a false leader at .90 or more was named {range}.",
    "stress.range": "{low} to {high} of the time",
    "stress.point": "{low} of the time",
    "chance.none": "P(first) is not given: {reason}",
    "sensitivity.heading": "What would change the order",
    "fragility.sole": (
        "Removing {n:witness|witnesses} would be enough for {rival} to draw level with {motive}: {groups}; {unique}."
    ),
    "fragility.unique": "no other choice of as few would do",
    "fragility.not_unique": "other choices of as few would do as well",
    "fragility.tied": "The first place is shared, so not even one witness need be removed.",
    "fragility.safe": "No removal of witnesses lets another motive draw level with {motive}.",
    "consensus.order": "The order that lies nearest to those of the scores {methods} is {order}; {unique}.",
    "consensus.unique": "it is the only one",
    "consensus.several": "{n:#order lies|orders lie} equally near, and this is the order by their mean rank",
    "consensus.w": (
        "Kendall’s W of the scores is {w}; they all rescore one table, so it is high even where motives are equal, "
        "and it never raises the verdict."
    ),
    "switches.text": (
        "Each row below turns one rule and ranks again. Over all {n:#combination|combinations} of rules and coders, "
        "the share in which a motive stands alone at the top is: {shares}."
    ),
    "switches.share": "{motive} in {share}",
    "switches.nobody": (
        "Over all {n:#combination|combinations} of rules and coders, no motive ever stands alone at the top."
    ),
    "switches.caption": (
        "Independent support with one rule turned; the highest in each row stands out, “put first” marks the first "
        "by stated priority"
    ),
    "switches.column.switch": "Rule",
    "switches.column.n": "Witnesses",
    "switches.none": "*The study’s own rules*",
    "switches.none.meaning": "no switch on",
    "switches.first": "put first",
}
