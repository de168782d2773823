"""Every guard between what strangers made and a study, with the attack it is for."""

from __future__ import annotations

from tests.factories.guards.guard import Guard
from tests.factories.guards.of_archives import ARCHIVES
from tests.factories.guards.of_files import FILES, YAML
from tests.factories.guards.of_markup import MARKUP
from tests.factories.guards.of_processes import PROCESSES
from tests.factories.guards.of_projects import PROJECTS
from tests.factories.guards.of_the_web import WEB

GUARDS: tuple[Guard, ...] = (*PROCESSES, *FILES, *YAML, *MARKUP, *ARCHIVES, *PROJECTS, *WEB)
