"""Guards of sizes, paths and YAML."""

from __future__ import annotations

from pathlib import Path

import yaml
from tests.factories.guards.guard import ENDLESS, Guard, nothing, replacing, told
from tests.factories.media import png, png_that_says
from tests.factories.other_study import clean_study

from tenun.intake.documents import read_document
from tenun.intake.folder.listing import source_files
from tenun.intake.folder.settings import read_settings
from tenun.intake.guard import yaml_text
from tenun.intake.guard.paths import inside
from tenun.intake.guard.size import SOURCE_BYTES, SOURCE_CP, YAML_BYTES, read_within
from tenun.intake.guard.yaml_text import load_yaml
from tenun.intake.picture_sizes import picture_size
from tenun.intake.survey.grid import read_grid
from tenun.study.importing.import_survey import preview_survey


def _large_document(folder: Path) -> str:
    return told(lambda: read_document(png() + bytes(SOURCE_BYTES), "a.png").medium)


def _long_text(folder: Path) -> str:
    return told(lambda: len(read_document(b"x" * (SOURCE_CP + 1), "a.txt", languages=["en"]).text) - SOURCE_CP)


def _large_settings(folder: Path) -> str:
    study = clean_study(folder / "study")
    with (study / "study.yaml").open("a", encoding="utf-8") as settings:
        settings.write("#" * YAML_BYTES)
    return told(lambda: type(read_settings(study)).__name__)


def _large_table(folder: Path) -> str:
    (folder / "a.csv").write_text("id,umur\n" + "1,2\n" * 1_000, "utf-8")
    return told(lambda: preview_survey(folder / "a.csv").cases)


def _device(folder: Path) -> str:
    return told(lambda: len(read_within(Path("/dev/zero"), 1_000)))


def _front_matter(folder: Path) -> str:
    return told(lambda: read_document(b"---\n" + b"#\n" * 140_000 + b"---\nKota.", "a.md").text)


def _many_sources(folder: Path) -> str:
    for number in range(4):
        (folder / f"{number}.md").write_text("Kota.", "utf-8")
    return told(lambda: len(source_files(folder, ["."], [])[0]))


def _climbing(folder: Path) -> str:
    (folder / "study").mkdir(exist_ok=True)
    (folder / "secret.csv").write_text("secret", "utf-8")
    return told(lambda: inside(folder / "study", "../secret.csv").read_text("utf-8"))


def _linked(folder: Path) -> str:
    (folder / "study").mkdir()
    (folder / "secret.md").write_text("secret", "utf-8")
    (folder / "study" / "a.md").symlink_to(folder / "secret.md")
    found, problems = source_files(folder / "study", ["."], [])
    return problems[0].code if problems else (folder / "study" / found[0]).read_text("utf-8")


FILES = (
    Guard("bytes of a document", _large_document, "intake.too-many-bytes", "image/png",
          replacing("intake.documents.check_bytes", by=nothing), ("intake.guard.size.SOURCE_BYTES",)),
    Guard("length of a text", _long_text, "intake.text-too-long", "1",
          replacing("intake.readers.plain_text.check_length", by=nothing), ("intake.guard.size.SOURCE_CP",)),
    Guard("bytes of settings", _large_settings, "intake.too-many-bytes", "tuple",
          replacing("intake.folder.settings.YAML_BYTES", by=4 * YAML_BYTES), ("intake.guard.size.YAML_BYTES",)),
    Guard("bytes of a table", _large_table, "intake.too-many-bytes", "1000", nothing,
          ("intake.guard.size.TABLE_BYTES",), on=replacing("intake.guard.size.TABLE_BYTES", by=1_000)),
    Guard("devices and pipes", _device, "intake.not-a-file", "intake.too-many-bytes",
          replacing("intake.guard.size.stat.S_ISREG", by=bool)),
    Guard("length of front matter", _front_matter, "intake.front-matter-too-long", "Kota.",
          replacing("intake.front_matter.FRONT_MATTER_CP", by=ENDLESS), ("intake.guard.size.FRONT_MATTER_CP",)),
    Guard("number of sources", _many_sources, "intake.too-many-sources", "4", nothing,
          ("intake.guard.size.MOST_SOURCES",), on=replacing("intake.folder.listing.MOST_SOURCES", by=3)),
    Guard("paths that climb", _climbing, "intake.path-outside", "secret",
          replacing("intake.guard.paths.resolved_inside", by=lambda folder, path, where: path)),
    Guard("links that lead out", _linked, "intake.path-outside", "secret",
          replacing("intake.folder.listing.resolved_inside", by=nothing)),
    Guard("pixels of a picture", lambda folder: told(lambda: picture_size(png_that_says(50_000, 50_000), "image/png")),
          "media.picture-too-large", "(50000, 50000)", replacing("intake.picture_sizes.MOST_PIXELS", by=ENDLESS)),
    Guard("size of a survey", lambda folder: told(lambda: len(read_grid(b"a,b\n" + b"1,2\n" * 9, "a.csv").rows)),
          "survey.too-large", "9", nothing, on=replacing("intake.survey.grid.MOST_ROWS", by=8)),
    Guard("cells of a survey", lambda folder: told(
              lambda: len(read_grid(b"a,b\n1," + b"x" * 100_001, "a.csv").rows[0][1])),
          "survey.cell-too-long", "100001", replacing("intake.survey.grid.LONGEST_CELL_CP", by=ENDLESS)),
)  # fmt: skip

YAML = (
    Guard("YAML: aliases and tags", lambda folder: told(lambda: load_yaml("a: &x [1]\nb: *x")),
          "intake.yaml-alias", "{'a': [1], 'b': [1]}", replacing("intake.guard.yaml_text._check_events", by=nothing)),
    Guard("YAML: depth", lambda folder: told(lambda: len(str(load_yaml("[" * 41 + "]" * 41)))),
          "intake.yaml-too-deep", "82", replacing("intake.guard.yaml_text.DEEPEST", by=ENDLESS),
          ("intake.guard.yaml_text.DEEPEST",)),
    Guard("YAML: number of parts", lambda folder: told(lambda: len(load_yaml("[" + "1," * 1_000 + "]"))),
          "intake.yaml-too-deep", "1000", nothing, ("intake.guard.yaml_text.MOST_EVENTS",),
          on=replacing("intake.guard.yaml_text.MOST_EVENTS", by=900)),
    Guard("YAML: a key twice", lambda folder: told(lambda: load_yaml("a: 1\na: 2")), "intake.yaml-key-twice",
          "{'a': 2}", lambda patch: patch.setattr(
              yaml_text._PlainLoader, "construct_mapping", yaml.SafeLoader.construct_mapping)),
    Guard("YAML: objects of Python", lambda folder: told(lambda: load_yaml("!!python/tuple [1, 2]")),
          "intake.yaml-alias", "(1, 2)", lambda patch: (
              patch.setattr(yaml_text, "_check_events", nothing),
              patch.setattr(yaml_text, "_PlainLoader", yaml.UnsafeLoader), None)[-1]),
)  # fmt: skip
