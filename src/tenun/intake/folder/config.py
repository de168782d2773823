"""From `study.yaml` to the checked settings of a study."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from tenun.coding.codebook import Codebook
from tenun.coding.facets import facets_from
from tenun.corpus.sources import KINDS, SourceKind
from tenun.corpus.study import (
    LETTER_WEIGHTS,
    UNJUDGED_WEIGHT,
    Bilingual,
    Decision,
    Place,
    PublishedRanking,
    StudyConfig,
)  # fmt: skip
from tenun.errors import InputRefused
from tenun.intake.folder.dates import iso_day
from tenun.intake.folder.settings import Settings
from tenun.text.likeness import nearest_name

_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?\Z")
DECIDING_SIDE = Bilingual("the side that decides", "pihak yang memutuskan")


def config_of(settings: Settings, codebook: Codebook) -> StudyConfig:
    """The study's settings. Raises InputRefused for a value that cannot be meant, with the nearest code for codes."""
    study_id = settings.text("id")
    if not _ID.match(study_id):
        raise InputRefused("intake.bad-id", where=settings.where, id=study_id)
    root, motives = _motives(settings.part("motives"), codebook)
    title = settings.bilingual("title")
    return StudyConfig(
        id=study_id,
        title=title if title.of("en") else Bilingual(study_id, study_id),
        question=settings.bilingual("question"),
        decision=_decision(settings.part("decision")),
        case=settings.text("case") or None,
        own_side=settings.label("own_side") if settings.has("own_side") else DECIDING_SIDE,
        motives=motives,
        motive_root=root,
        languages=settings.texts("languages") or ("en", "id"),
        seed=int(settings.number("seed", 1, 0, 2**63 - 1)),
        rivals=_codes(settings.texts("rivals"), codebook, "rivals"),
        same_person=tuple(_group(settings, group) for group in settings.values.get("same_person") or ()),
        places=tuple(_place(place) for place in settings.parts("places")),
        published_ranking=_published(settings.part("published_ranking"), codebook),
        defaults=_defaults(settings.part("defaults")),
        letter_weights=_letter_weights(settings.part("letter_weights")),
        unjudged_weight=settings.number("unjudged_weight", UNJUDGED_WEIGHT, 0, 1),
        numbers=settings.flag("numbers", True),
        procedure=_procedure(settings.text("procedure"), codebook),
        origin_kinds=_origin_kinds(settings.part("origin_kinds")),
        extra={"institutions": _institutions(settings.part("institutions"))},
    )


def _motives(motives: Settings, codebook: Codebook) -> tuple[str | None, tuple[str, ...]]:
    if motives.has("root") == motives.has("codes"):
        raise motives.refused("motives", "intake.setting-no-form", form="{root: MOT} | {codes: [M1, M2]}")
    if motives.has("codes"):
        listed = _codes(motives.texts("codes"), codebook, "motives: codes")
        if len(set(listed)) != len(listed):
            raise InputRefused("intake.motive-twice", where=motives.where)
        return None, listed
    (root,) = _codes([motives.text("root")], codebook, "motives: root")
    children = tuple(codebook.children(root))
    if not children:
        raise InputRefused("intake.root-without-children", where=motives.where, root=root)
    return root, children


def _procedure(key: str, codebook: Codebook) -> str | None:
    return _codes([key], codebook, "procedure")[0] if key else None


def _codes(keys: Iterable[str], codebook: Codebook, where: str) -> tuple[str, ...]:
    found = tuple(keys)
    for key in found:
        if key not in codebook:
            nearest = nearest_name(key, codebook) or "-"
            raise InputRefused("intake.unknown-code", where=f"study.yaml: {where}", key=key, nearest=nearest)
    return found


def _decision(decision: Settings) -> Decision:
    date = iso_day(decision.text("date"))
    if date is None:
        raise InputRefused("intake.decision-date", where=decision.where, date=decision.text("date") or "-")
    label = (
        decision.bilingual("label") if decision.has("label_en") or decision.has("label_id") else decision.label("label")
    )
    if not label.of("en"):
        raise InputRefused("intake.setting-missing", where=decision.where, key="label_en", needed="label_en, date")
    return Decision(label, date)


def _group(settings: Settings, group: object) -> tuple[str, ...]:
    if not isinstance(group, list) or len(group) < 2:
        raise settings.refused("same_person", "intake.setting-no-form", form="[[A, B]]")
    return tuple(str(name) for name in group)


def _place(place: Settings) -> Place:
    return Place(
        label=place.bilingual("label"),
        latitude=place.number("latitude", float("nan"), -90, 90),
        longitude=place.number("longitude", float("nan"), -180, 180),
        role=place.text("role"),
    )


def _published(published: Settings, codebook: Codebook) -> PublishedRanking | None:
    if not published.values:
        return None
    order = published.values.get("order")
    if not isinstance(order, list) or not order:
        raise published.refused("order", "intake.setting-no-form", form="[[M1], [M2, M3]]")
    ranks = tuple(
        _codes(map(str, rank if isinstance(rank, list) else [rank]), codebook, "published_ranking") for rank in order
    )
    return PublishedRanking(published.bilingual("label"), ranks, published.text("source") or None)


def _defaults(defaults: Settings) -> dict[str, str]:
    tokens = {name: defaults.text(name) for name in defaults.values}
    try:
        facets_from({**tokens})
    except InputRefused as refusal:
        raise InputRefused(refusal.code, where=defaults.where, **refusal.parameters) from refusal
    return tokens


def _letter_weights(weights: Settings) -> dict[str, float]:
    for letter in weights.values:
        if letter not in LETTER_WEIGHTS:
            raise weights.refused(letter, "intake.setting-no-one-of", allowed=", ".join(LETTER_WEIGHTS))
    return {letter: weights.number(letter, usual, 0, 1) for letter, usual in LETTER_WEIGHTS.items()}


def _origin_kinds(kinds: Settings) -> dict[str, SourceKind]:
    found = {str(origin): kinds.text(origin) for origin in kinds.values}
    for origin, kind in found.items():
        if kind not in KINDS:
            raise kinds.refused(origin, "intake.setting-no-one-of", allowed=", ".join(KINDS))
    return {origin: cast(SourceKind, kind) for origin, kind in found.items()}


def _institutions(institutions: Settings) -> Mapping[str, Any]:
    labels = {name: institutions.part(name).bilingual("label") for name in institutions.values}
    return {name: {"label_en": label.en or name, "label_id": label.id or name} for name, label in labels.items()}
