"""Run by `qualcoder_round_trip.py` in a Python that has Exegete: makes a QualCoder project, or tells of one."""
# mypy: ignore-errors

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from exegete.database import QualcoderDatabase
from exegete.new_project import creation_statements, write_project

CODER = "ana"


def make(folder: str, asked: str) -> dict[str, object]:
    """A project with the texts, a code and its passages: what a person with that program would have."""
    wanted = json.loads(Path(asked).read_text("utf-8"))
    place = write_project(folder, creation_statements(CODER, "", "2026-01-01 00:00:00"))
    with QualcoderDatabase(str(place), read_only=False) as project:
        codes = {name: project.add_code(name, CODER, memo=f"Memo: {name}") for name in wanted["codes"]}
        begun = time.perf_counter()
        made = [project.import_text_file(one["name"], one["text"], CODER) for one in wanted["texts"]]
        seconds = time.perf_counter() - begun
        for one, row in zip(wanted["texts"], made, strict=True):
            for code, start, end in one["marks"]:
                words = one["text"][start:end]
                project.add_coding(row["id"], codes[code], start, end, words, CODER, memo=f"{start}", auto_commit=False)
        project.conn.commit()
    return {"text_ms": 1000 * seconds / len(made)}


def read(folder: str, _: str) -> dict[str, object]:
    """Every coding with the words kept for it, and how many of them stand in the texts at their places."""
    with QualcoderDatabase(folder) as project:
        texts = {row["id"]: project.get_file_content(row["id"])["content"] for row in project.list_files()}
        found, right = [], 0
        for code in project.list_codes():
            for one in project.get_coded_text_segments(code["id"], limit=5000):
                cut = texts[one["file_id"]][one["position_start"] : one["position_end"]]
                right += cut == one["text"]
                found.append([code["name"], one["file_name"], one["text"], one["owner"], one["memo"]])
        cases = [project.get_case_details(row["id"])["name"] for row in project.list_cases()]
    return {"codings": found, "right": right, "cases": cases}


print(json.dumps({"make": make, "read": read}[sys.argv[1]](*sys.argv[2:])))
