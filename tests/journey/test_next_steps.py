"""What is left to do, as the page of the study and the command line tell it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.served_study import TEXTS, small_study

from tenun.claims.evidence import gather_evidence
from tenun.claims.signs import hear
from tenun.study.add_source import add_source
from tenun.study.code_passage import code_passage
from tenun.study.find_duplicates import confirm_duplicate
from tenun.study.importing.import_paths import import_paths
from tenun.study.opening import open_scope
from tenun.study.rank_motives import load_evidence
from tenun.study.revise_study import revise_study
from tenun.study.run_demo import example_folder
from tenun.study.scope import StudyScope
from tenun.study.stale import etag
from tenun.study.what_next import what_next


def _lone(scope: StudyScope) -> tuple[str, ...]:
    return next((step.keys for step in what_next(scope) if step.kind == "one-witness"), ())


def _counted(scope: StudyScope) -> tuple[str, ...]:
    """The same from the signs that the ranking is worked out from."""
    evidence = gather_evidence(**load_evidence(scope).evidence())
    testimony = hear(evidence)
    number = testimony.supports[testimony.view("either")].sum(axis=0)
    return tuple(motive for motive, n in zip(evidence.motives, number, strict=True) if n == 1)


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked study."""
    path = tmp_path_factory.mktemp("worked") / "worked.tenun"
    import_paths(str(path), [example_folder()])
    return path


def test_motives_on_one_witness_are_those_of_the_ranking(worked: Path) -> None:
    scope = open_scope(str(worked), coder="A")
    try:
        assert _lone(scope) == _counted(scope)
    finally:
        scope.store.close()


def test_a_copy_of_the_only_witness_adds_none(tmp_path: Path) -> None:
    scope = open_scope(str(small_study(tmp_path / "small.tenun")), coder="ana")
    row = scope.store.rows("study")[0]
    revise_study(scope, etag(row), motives=["MOT-MKT", "MOT-TC"])
    words = "Trade came first"
    add_source(scope, key="S4", title="Copy", kind="news", language="en", text=TEXTS["S2"])
    assert _lone(scope) == ()
    code_passage(scope, "S2", words, "MKT-ACCESS")
    assert _lone(scope) == _counted(scope) == ("MOT-MKT",)
    code_passage(scope, "S4", words, "MKT-ACCESS")
    assert _lone(scope) == _counted(scope) == ()
    confirm_duplicate(scope, "S2", "S4")
    assert _lone(scope) == _counted(scope) == ("MOT-MKT",)
    scope.store.close()
