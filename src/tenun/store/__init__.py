"""Where a study is kept: one SQLite file on a laptop, PostgreSQL for a team."""

from tenun.store.change import Change
from tenun.store.opening import backup, create, open_study, restore
from tenun.store.records import Event, Hit, Problem
from tenun.store.study_store import StudyStore

__all__ = ["Change", "Event", "Hit", "Problem", "StudyStore", "backup", "create", "open_study", "restore"]
