"""SRQR, the 21 items for qualitative research (O'Brien et al. 2014), titles in our own words."""

WORDS = {
    "srqr.heading": "SRQR",
    "srqr.caption": "SRQR: {filled:#} of {all:#} items filled from the study",
    "srqr.1": "Title",
    "srqr.2": "Abstract",
    "srqr.3": "The problem and why it matters",
    "srqr.4": "Purpose or question",
    "srqr.5": "Qualitative approach and paradigm",
    "srqr.6": "The researchers and their position",
    "srqr.7": "Context",
    "srqr.8": "How sources and people were chosen",
    "srqr.9": "Ethics: approval, consent, confidentiality",
    "srqr.10": "How the material was collected",
    "srqr.11": "Instruments",
    "srqr.12": "What and who was studied",
    "srqr.13": "How the material was prepared",
    "srqr.14": "How it was analysed",
    "srqr.15": "What was done to make it trustworthy",
    "srqr.16": "Findings",
    "srqr.17": "Links to the material",
    "srqr.18": "Earlier work, and what follows",
    "srqr.19": "Limitations",
    "srqr.20": "Conflicts of interest",
    "srqr.21": "Funding",
    "fill.context": "{decision}, {date}.",
    "fill.approach": "Qualitative coding with a codebook, then ranking by rules fixed in advance; see {section}.",
    "fill.collected": "{classes}.",
    "fill.units": "{passages:#coded passage|coded passages} in {sources:#source|sources}.",
    "fill.prepared": (
        "Original and plain text of every source are kept with their hashes; passages are located to the character."
    ),
    "fill.trust": (
        "Grades of sources, independent witnesses, agreement between codings, rules fixed in advance, a log of "
        "every change."
    ),
    "fill.consent": "Consent is recorded for {n:#source|sources}.",
    "fill.published": "Set against {label}; see {section}.",
}
