"""How the admissible support falls into the values of theory."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from tenun.claims.graph import Codes, Number, Words
from tenun.corpus.study import Bilingual
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.tree import Block, Section, Table


def section(page: Page) -> Section | None:
    """A table for each theory facet; none where the codes carry no theory."""
    if not page.findings.theory:
        return None
    tables: list[Block] = []
    words = page.findings.theory_labels
    for facet, found in groupby(page.findings.theory, key=lambda row: row.facet):
        columns = page.columns("theory", ("value", 1.4), ("passages#", 0.8), ("witnesses#", 0.9), ("codes", 3.6))
        rows = tuple(
            page.row(
                named(words, f"{facet}={row.value}"), Number(row.passages), Number(len(row.groups)), Codes(row.codes)
            )
            for row in found
        )
        caption = page.speech.say("theory.caption", facet=named(words, facet)).text
        tables.append(Table(f"table-theory-{facet.replace('_', '-')}", caption, columns, rows))
    return page.section("theory", [page.text("theory.text"), *tables])


def named(words: Mapping[str, Bilingual], token: str) -> Words:
    """A facet (`layer`) or a value (`layer=economic`) of theory; as the codebook writes it where it has no words.

    >>> named({}, "sister_city_phase=take_off").en
    'take off'
    """
    if token in words:
        return bilingual(words[token])
    plain = token.rpartition("=")[2].replace("_", " ")
    return Words(plain, plain)
