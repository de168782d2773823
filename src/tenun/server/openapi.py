"""Print the OpenAPI document, from which the web app's typed client is made: `python -m tenun.server.openapi`."""

from __future__ import annotations

import json
import sys

from tenun.server.app import create_app
from tenun.server.session import Sessions
from tenun.server.studies import Studies
from tenun.server.workers import Workers


def document() -> str:
    """The OpenAPI document as JSON, the same for the same program."""
    app = create_app(Studies(Workers()), Sessions(), ["127.0.0.1"])
    return json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
