"""Open, make, back up and restore studies: the one place that chooses where a study is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.corpus.identity import study_guid
from tenun.errors import InputRefused
from tenun.study.scope import StudyScope

if TYPE_CHECKING:
    from tenun.corpus.study import StudyConfig
    from tenun.study.study import Study

SUFFIX = ".tenun"


def is_address(location: str | Path) -> bool:
    """Whether a study is kept by a PostgreSQL server and not in a file."""
    return str(location).startswith(("postgresql://", "postgresql+", "postgres://"))


def open_scope(location: str | Path, *, coder: str = "researcher", study: str | None = None) -> StudyScope:
    """Open a study: a `.tenun` file, or a `postgresql://` address with the key or guid of one of its studies."""
    from tenun.store import open_study

    return StudyScope(open_study(location, study=study), coder)


def new_scope(
    location: str | Path, config: StudyConfig, *, guid: str | None = None, coder: str = "researcher"
) -> StudyScope:
    """Make a study that is not there yet; InputRefused where the file exists."""
    from tenun.store import create

    if not is_address(location) and Path(location).suffix != SUFFIX:
        raise InputRefused("study.suffix", name=Path(location).name, suffix=SUFFIX)
    store = create(
        location,
        key=config.id,
        title_en=config.title.en,
        title_id=config.title.id,
        config=config.plain(),
        guid=guid or study_guid(config.id),
    )
    return StudyScope(store, coder)


def open_study(location: str | Path, **options: Any) -> Study:
    """Open a study for use from Python.

    >>> import tenun
    >>> with tenun.open("no-such-file.tenun") as study:
    ...     study.rank()
    Traceback (most recent call last):
    tenun.errors.StoreUnavailable: ...
    """
    from tenun.study.study import Study

    return Study(open_scope(location, **options))
