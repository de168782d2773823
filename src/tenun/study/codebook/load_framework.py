"""Load a codebook that ships with Tenun into a study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.study.clock import now
from tenun.study.coders import coder_guid
from tenun.study.importing.new_rows import NewRows
from tenun.study.projects.rows_of_codebook import codebook_rows, framework_rows

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def load_framework(scope: StudyScope, name: str) -> int:
    """Add the codes of a framework that ships with Tenun; returns how many are new. Codes already there stay.

    Raises InputRefused when no framework has that name.
    """
    from tenun import frameworks

    framework = frameworks.load(name)
    new = NewRows(scope.store)
    for table, rows in (
        *framework_rows(scope.guid, framework),
        *codebook_rows(scope.guid, framework, scope.coder, now()),
    ):
        new.add(table, rows)
    if new:
        with scope.store.command("load_framework", scope.coder) as change:
            coder_guid(scope.store, change, scope.coder)
            new.write(change)
    return new.count()["code"]
