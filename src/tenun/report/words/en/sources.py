"""Sources and their appraisal, the codebook, agreement between coders."""

WORDS = {
    "sources.heading": "Sources and their appraisal",
    "sources.count": (
        "The study holds {sources:#source|sources}: {classes}; {included:#counts|count} as evidence where they say "
        "something admissible."
    ),
    "sources.class.interview": "{n:#interview|interviews}",
    "sources.class.official": "{n:#official document or law|official documents and laws}",
    "sources.class.news": "{n:#news report|news reports}",
    "sources.class.literature": "{n:#piece of literature|pieces of literature}",
    "sources.excluded": "{sources} {n:~is|are} excluded.",
    "sources.grades": (
        "Each source carries two judgements that stay apart: how reliable the source is (a letter, A best, F not to "
        "be judged) and how credible what it says is (a digit, 1 best, 6 not to be judged)."
    ),
    "sources.caption": "Sources, with the grade of each and the reason for it",
    "sources.column.number": "No.",
    "sources.column.source": "Source",
    "sources.column.grade": "Grade",
    "sources.column.why": "Why",
    "sources.kind_and_date": "{kind}, {date}",
    "sources.not_appraised": "not appraised yet",
    "sources.synthetic": "*Invented*; counts for nothing",
    "sources.is_excluded": "Excluded: {reason}",
    "sources.origin": "Same origin as {others}",
    "witnesses.heading": "Which sources are one witness",
    "witnesses.text": (
        "{sources:#source makes|sources make} {groups:#witness|witnesses}; {n:#of them speaks|of them speak} to the "
        "motives. Textual independence is not independence of knowledge, so the institution that speaks is shown "
        "as well."
    ),
    "witnesses.caption": "Witnesses made of more than one source",
    "witnesses.column.sources": "Sources that count as one",
    "witnesses.column.class": "Kind",
    "witnesses.column.institution": "Who speaks",
    "witnesses.none": "No two sources share an origin.",
    "witnesses.compilation": (
        "The following texts are compiled from several origins and are nobody’s witness: {sources}."
    ),
    "duplicates.text": (
        "The program proposes {n:#pair|pairs} of sources whose wording is alike; a person decides whether they are one."
    ),
    "duplicates.caption": "Pairs of sources with like wording",
    "duplicates.column.pair": "Sources",
    "duplicates.column.likeness": "Likeness",
    "duplicates.column.shared": "Wording that stands in both",
    "duplicates.known": "already one witness",
    "duplicates.proposed": "proposed, not decided",
    "codebook.heading": "Codebook",
    "codebook.text": (
        "The codebook “{title}” has {codes:#code|codes}; {motives:of them is a motive|of them are motives}, and a "
        "code below a motive counts for it."
    ),
    "codebook.caption": "Codes, with what each takes in and leaves out",
    "codebook.column.code": "Code",
    "codebook.column.definition": "Definition",
    "codebook.column.uses": "Uses",
    "codebook.include": "Takes in:",
    "codebook.exclude": "Leaves out:",
    "agreement.heading": "Agreement between coders",
    "agreement.intra": (
        "The two codings {coders} are by one person: the figures below are *intra-coder*, they show how steadily "
        "one person codes and not whether two people would agree."
    ),
    "agreement.inter": "The figures below compare the coders {coders}.",
    "agreement.units": (
        "Compared are {units:#sentence|sentences} of {sources:#source|sources} that both read; "
        "{disagreements:#is|are} labelled differently."
    ),
    "agreement.alpha": (
        "Krippendorff’s α on the codes is {nominal} where a sentence’s whole set of codes must be the same, and "
        "{masi} where sets that share codes count as partly alike (MASI)."
    ),
    "agreement.interval": (
        "The 95% interval of the first is {low} to {high}, from {draws:#draw|draws} of independent groups of sources."
    ),
    "agreement.no_interval": "An interval is not given: {reason}",
    "agreement.none": "Agreement is not given: {reason}",
    "agreement.reading": (
        "α is 1 where coders always agree and 0 where they agree no more than chance would have it; figures below "
        ".67 are commonly held too low to build on."
    ),
    "agreement.levels_caption": "Agreement at the level of codes and of motives",
    "agreement.levels.column.level": "Level",
    "agreement.levels.column.units": "Sentences",
    "agreement.levels.column.nominal": "α nominal",
    "agreement.levels.column.masi": "α MASI",
    "agreement.levels.column.kappa": "Cohen’s κ",
    "agreement.levels.column.percent": "Same",
    "agreement.level.code": "Codes, all sentences",
    "agreement.level.code.coded": "Codes, sentences that somebody coded",
    "agreement.level.motive": "Motives, all sentences",
    "agreement.level.motive.coded": "Motives, sentences that somebody coded",
    "agreement.motives_caption": "Agreement motive by motive: was the sentence given the motive or not?",
    "agreement.motives.column.motive": "Motive",
    "agreement.motives.column.kappa": "Cohen’s κ",
    "agreement.motives.column.both": "Both",
    "agreement.motives.column.first": "Only {coder}",
    "agreement.motives.column.neither": "Neither",
    "undefined": "undefined",
}
