"""What stands beside the ranking: kinds of source, theory, rivals, conflicts, timeline, map, limits, sources, audit."""

WORDS = {
    "triangulation.heading": "The motives across kinds of source",
    "triangulation.text": (
        "For each motive and kind of source the table tells what the witnesses that were read for it say: "
        "*agreement* (support and nobody against), *partial* (both), *dissonance* (only against), *silence* (read "
        "for it, nothing found). A blank means that nothing of that kind was read for it."
    ),
    "triangulation.caption": "Agreement, partial agreement, dissonance and silence",
    "triangulation.column.motive": "Motive",
    "triangulation.agreement": "agreement",
    "triangulation.partial": "partial",
    "triangulation.dissonance": "dissonance",
    "triangulation.silence": "silence",
    "triangulation.counts": "{for:#} for, {against:#} against",
    "triangulation.chart": "Evidence by kind of source",
    "triangulation.chart.alt": (
        "Bars to the right for witnesses that support a motive, to the left for those against it: {parts}."
    ),
    "triangulation.chart.part": "{motive} {for:#} for and {against:#} against",
    "triangulation.chart.for": "witnesses for",
    "triangulation.chart.against": "against",
    "theory.heading": "The evidence in the terms of theory",
    "theory.text": (
        "Theory is a property of the codes and not a motive: the tables show into which values the admissible "
        "support falls."
    ),
    "theory.caption": "Support by {facet}",
    "theory.column.value": "Value",
    "theory.column.passages": "Passages",
    "theory.column.witnesses": "Witnesses",
    "theory.column.codes": "Codes",
    "rivals.heading": "Rival explanations",
    "rivals.text": (
        "A rival is an explanation that is no motive of the deciding side; whoever voices it, before or at the "
        "decision, is counted here."
    ),
    "rival.attested": "{rival}: {n:witness speaks|witnesses speak} for it ({groups}).",
    "rival.opposed": "{rival}: {n:witness speaks|witnesses speak} against it ({groups}).",
    "rival.none": "{rival}: *not attested*.",
    "conflicts.heading": "Where the sources disagree",
    "conflicts.text": "These disagreements stand as they were found; the report does not settle them.",
    "conflicts.column.about": "About",
    "conflicts.column.sides": "What each side says",
    "conflicts.caption": "Disagreements between sources",
    "conflict.side": "({letter}) {text}",
    "conflict.side_sourced": "({letter}) {text}: {sources}",
    "conflict.note": "Note: {note}",
    "conflicts.quotes": "{about}: {n:#quote|quotes}",
    "event.happened": "{what}",
    "map.place": "{place}",
    "timeline.heading": "Timeline",
    "timeline.chart": "Events around the decision",
    "timeline.chart.alt": (
        "A time line from {start} to {end} with {n:#numbered event|numbered events} and the decision marked; the "
        "events are listed in the table below."
    ),
    "timeline.chart.note": (
        "The numbers are those of the table; ticks below the line are dates at which sources appeared."
    ),
    "timeline.chart.decision": "decision",
    "timeline.chart.published": "sources appear",
    "timeline.chart.events": "events",
    "timeline.caption": "Dated events",
    "timeline.column.number": "No.",
    "timeline.column.date": "Date",
    "timeline.column.what": "What happened",
    "timeline.column.sources": "Seen in",
    "precision.before": "before {date}",
    "precision.on-or-before": "on or before {date}",
    "precision.after": "after {date}",
    "precision.about": "about {date}",
    "map.heading": "The places",
    "map.chart": "Where the two places lie",
    "map.chart.alt": "A globe with {places} and the shortest line between them, {km} km long.",
    "map.chart.alt_one": "A globe with {places}.",
    "map.distance": "{first} and {second} lie {km} km apart along the shortest line over the globe.",
    "map.credit": "Land: Natural Earth, public domain.",
    "limits.heading": "Limits of this study",
    "limits.text": "These limits are worked out from what the study holds.",
    "limit.few-witnesses": "Only {n:witness speaks|witnesses speak} to the motives, which is few for a ranking.",
    "limit.single-informant": (
        "{n:witness speaks|witnesses speak} at first hand ({sources}); the rest is reported or attributed by others."
    ),
    "limit.no-first-hand-before": "No first-hand witness is dated before or on the day of the decision.",
    "limit.second-hand": "{motives} {n:~is|are} attested only through an analyst.",
    "limit.not-attested": (
        "{motives} {n:~is|are} *not attested*, which does not show that {n:~it|they} played no part."
    ),
    "limit.synthetic": "{sources} {n:~is|are} invented and {n:~was|were} set aside.",
    "limit.compilations": (
        "{sources} {n:~is|are} compiled from several origins, or copied from such a text, and set aside."
    ),
    "limit.undated": "{n:source that carries|sources that carry} evidence {n:~has|have} no date: {sources}.",
    "limit.after-decision": (
        "{n:source that carries|sources that carry} evidence appeared after the decision, with the risk of "
        "hindsight: {sources}."
    ),
    "limit.one-coder": "There is one coder only, {coders}, so agreement cannot be assessed.",
    "limit.intra-coder": "All codings ({coders}) are by one person; whether another would code alike is not known.",
    "limit.unread": "{n:source has|sources have} not been read by every coder: {sources}.",
    "limit.no-interview": "The study holds no interview that counts: nobody who took part was asked.",
    "limit.saturation": (
        "Saturation cannot be assessed from {interviews:#interview|interviews}; at least {needed} are needed."
    ),
    "limit.not-found": "Looked for and not found: {items}.",
    "limit.undetected-copies": (
        "Copies that nobody detected cannot be excluded; they would make witnesses look more independent."
    ),
    "limit.item": "{words}",
    "limit.none": "The data show no limit beyond those of every study of documents.",
    "references.heading": "List of sources",
    "references.text": "The numbers in brackets throughout the report are those of this list.",
    "references.caption": "Sources of the study",
    "references.column.number": "No.",
    "references.column.source": "Source",
    "reference.retrieved": "Seen on {date}.",
    "reference.invented": "*Invented source.*",
    "reference.undated": "n.d.",
    "audit.heading": "Audit",
    "audit.text": (
        "The same study gives the same figures: the hashes below let anyone check that this report belongs to it "
        "(`tenun verify`)."
    ),
    "audit.caption": "What this report was made from",
    "audit.column.item": "Item",
    "audit.column.value": "Value",
    "audit.input": "Hash of the input",
    "audit.rules": "Hash of the rules",
    "audit.events": "Events in the log",
    "audit.head": "Head of the event chain",
    "audit.version": "Program",
    "audit.seed": "Seed",
    "audit.switches": "Switches on",
    "audit.coder": "Counted codings",
    "audit.history": "Rules the ranking has had",
    "audit.history.column.at": "Since",
    "audit.history.column.hash": "Hash",
    "audit.history.column.reason": "Why",
    "audit.first": "first rules",
    "limit.single-informant.nobody": (
        "No witness speaks at first hand: everything is reported or attributed by others."
    ),
}
