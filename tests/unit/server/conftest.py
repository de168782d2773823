"""A served small study for every test, and the worked study for those that need figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories.served_study import Browser, copied, serving, small_study

from tenun.server.run import Ready
from tenun.study.importing.import_paths import import_paths
from tenun.study.run_demo import example_folder


@pytest.fixture(scope="session")
def small_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small study, made once."""
    return small_study(tmp_path_factory.mktemp("small") / "small.tenun")


@pytest.fixture
def study_file(small_template: Path, tmp_path: Path) -> Path:
    """A small study that the test may change."""
    return copied(small_template, tmp_path)


@pytest.fixture
def ready(study_file: Path) -> Iterator[Ready]:
    """A server on the small study."""
    with serving([study_file]) as running:
        yield running


@pytest.fixture
def ana(ready: Ready) -> Iterator[Browser]:
    """Ana's browser."""
    with Browser(ready, "ana") as browser:
        yield browser


@pytest.fixture
def budi(ready: Ready) -> Iterator[Browser]:
    """Budi's browser, beside Ana's."""
    with Browser(ready, "budi") as browser:
        yield browser


@pytest.fixture(scope="session")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser on the worked study, which tests only read."""
    path = tmp_path_factory.mktemp("worked") / "worked.tenun"
    import_paths(str(path), [example_folder()])
    with serving([path]) as running, Browser(running, "researcher") as browser:
        yield browser
