"""What views show as tables, as flat rows that a spreadsheet takes; columns stand in the order of the first row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Row = dict[str, Any]
Found = Mapping[str, Any]
CODE_WORDS = (
    "label_en", "label_id", "definition_en", "definition_id", "include", "exclude", "example_en", "example_id",
    "source", "version", "count",
)  # fmt: skip


def codes(rows: Iterable[Found]) -> list[Row]:
    """The codebook."""
    every = list(rows)
    keys = {row["guid"]: row["key"] for row in every}
    return [
        {"key": row["key"], "parent": keys.get(row["parent"]), **{name: row[name] for name in CODE_WORDS}}
        for row in every
    ]


def agreement_levels(found: Found) -> list[Row]:
    """The figures of agreement, level by level."""
    return [
        {
            "level": level["level"],
            "units": level["units"],
            "only_coded_units": not level["empty"],
            **{name: level[name] for name in ("alpha_nominal", "alpha_masi", "kappa", "percent")},
            **{
                f"{name}_{end}": (level[f"{name}_interval"] or {}).get(end)
                for name in ALPHAS
                for end in ("low", "high")
            },
        }
        for level in found["levels"]
    ]


ALPHAS = ("alpha_nominal", "alpha_masi")


def agreement_by_code(found: Found) -> list[Row]:
    """Agreement code by code, then motive by motive."""
    first, second = found["coders"]
    return [
        {
            "level": level,
            "code": row["code"],
            "kappa": row["kappa"],
            "percent": row["percent"],
            "both": row["both"],
            f"only {first}": row["only_first"],
            f"only {second}": row["only_second"],
            "neither": row["neither"],
        }
        for level in ("code", "motive")
        for row in found[f"per_{level}"].values()
    ]


def disagreements(found: Found) -> list[Row]:
    """What two coders coded differently, and what it was settled as; nothing where it is open."""
    return [
        {
            "source": row["source_key"],
            "start_cp": row["start_cp"],
            "end_cp": row["end_cp"],
            "quote": row["quote"],
            **{f"coder {coder}": labels for coder, labels in row["labels"].items()},
            "settled": row["adjudicated"] is not None,
            "in_the_end": row["adjudicated"],
        }
        for row in found["rows"]
    ]


def motives(ranking: Found) -> list[Row]:
    """The motives in their order, with every score, and the support in each coder's codings."""
    return [
        {
            "motive": row["id"],
            "label_en": row["label_en"],
            "label_id": row["label_id"],
            "p_first": row["p_first"],
            **row["scores"],
            **{f"support, {coder}": figures[row["id"]]["independent_support"] for coder, figures in by_coder.items()},
            **{f"witnesses, {side}": names for side, names in row["witnesses"].items()},
        }
        for by_coder in [ranking["by_coder"]]
        for row in ranking["motives"]
    ]


def switches(table: Found) -> list[Row]:
    """Each switch turned alone, with the support of each motive."""
    return [
        {"switch": row["switch"], "witnesses": row["n"], "first": row["leaders"], **row["independent_support"]}
        for row in table["rows"]
    ]


def triangulation(findings: Found) -> list[Row]:
    """What each kind of source says of each motive."""
    return [dict(cell) for cell in findings["triangulation"]]


def events(found: Found) -> list[Row]:
    """The dated facts, with the words that say so."""
    return [
        {
            "date": event["date"],
            "precision": event["precision"],
            "what_en": event["what"]["en"],
            "what_id": event["what"]["id"],
            "actor": event["actor"],
            "stages": event["stages"],
            "sources": event["sources"],
            "quotes": [found["quotes"][guid]["quote"] for guid in event["passages"] if guid in found["quotes"]],
            "url": event["url"],
        }
        for event in found["events"]
    ]


def conflicts(found: Found) -> list[Row]:
    """What the sources disagree on, a row a side."""
    return [
        {
            "about_en": conflict["about"]["en"],
            "about_id": conflict["about"]["id"],
            "says_en": side["text"]["en"],
            "says_id": side["text"]["id"],
            "sources": side["sources"],
            "quotes": [found["quotes"][guid]["quote"] for guid in side["passages"] if guid in found["quotes"]],
        }
        for conflict in found["conflicts"]
        for side in conflict["sides"]
    ]
