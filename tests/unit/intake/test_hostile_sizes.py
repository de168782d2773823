"""Inputs made to keep a reader busy are done with at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.other_study import clean_study

from tenun.coding.codebook import Code, Codebook
from tenun.coding.quotes import find_quote
from tenun.coding.resolution import resolve
from tenun.coding.rows import CodingRow
from tenun.corpus.sources import Source
from tenun.corpus.study import Bilingual, Decision, StudyConfig
from tenun.exchange.codings_table import read_table
from tenun.intake import read_document, read_study_folder
from tenun.intake.folder.source_records import origins_of

BIG = 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "# a" + " " * BIG + "b",
        "# a" + "#" * BIG + "b",
        "[00:00] " + "a" * BIG,
        "\n" * BIG + "a",
        "a " * BIG,
        "---\n" * 50_000,
    ],
    ids=["spaces", "hashes", "speaker", "lines", "words", "dashes"],
)
def test_texts(text: str) -> None:
    assert read_document(text.encode(), "a.md", languages=["en"]).text.strip()


def test_quotes_longer_than_any_passage() -> None:
    assert find_quote("kota kembar " * 20_000, "kembar kota! " * 10_000).span is None


def test_origins() -> None:
    assert origins_of("a" + " " * BIG + "b") == (("a b",), ())


def test_a_table_of_nonsense_is_told_row_by_row() -> None:
    config = StudyConfig(
        "s", Bilingual("S"), Bilingual(), Decision(Bilingual("D"), "2020-01-01"), None, Bilingual(), ("M",)
    )
    book = Codebook([Code(f"MOTIVE-{n}", f"Motive {n}") for n in range(100)])
    sources = [Source(f"SOURCE-{n}", "t", "news", "en", representation=f"r{n}") for n in range(200)]
    texts = {source.key: "one text" for source in sources}
    rows = [CodingRow(f"SOURC-{n % 2000}x", "one", f"MOTIV-{n}y", where=f"t.csv:{n}") for n in range(20_000)]
    rows += [CodingRow("SOURCE-1", "one", f"MOTIV-{n}y", where=f"t.csv:{n}") for n in range(5_000)]
    result = resolve(rows, sources, book, texts, config)
    assert result.codings == ()
    assert sum(problem.level == "error" for problem in result.problems) == 25_000


def test_columns_without_end() -> None:
    header = ",".join(["source", "quote", "code", *(f"col{n}" for n in range(50_000))])
    assert len(read_table(header.encode(), "c.csv").problems) == 50_000


def test_settings_without_end(tmp_path: Path) -> None:
    folder = clean_study(tmp_path / "study")
    with (folder / "study.yaml").open("a", encoding="utf-8") as settings:
        settings.writelines(f"setting{n}: 1\n" for n in range(5_000))
    assert len(read_study_folder(folder).problems) == 5_000
