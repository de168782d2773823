"""The stages that the timeline shows come from the codes on the words that say a fact."""

from __future__ import annotations

from pathlib import Path

from tests.factories.served_study import Browser, serving

from tenun.study.importing.import_paths import import_paths
from tenun.study.run_demo import example_folder


def test_facts_of_the_worked_study_carry_the_stages_coded_on_their_words(tmp_path: Path) -> None:
    path = tmp_path / "worked.tenun"
    import_paths(str(path), [example_folder()])
    with serving([path]) as ready, Browser(ready, "A") as browser:
        events = {event["date"]: event for event in browser.ok("GET", "/timeline")["events"]}
        assert events["2019-11-27"]["stages"] == ["PRC-MOU"]
        assert events["2018-10-15"]["stages"] == ["PRC-EXPLORE", "PRC-LOI"]
        assert events["1994-08-12"]["stages"] == []
        passage = browser.ok("GET", "/timeline")["quotes"][events["1994-08-12"]["passages"][0]]
        place = {name: passage[name] for name in ("source", "start_cp", "end_cp", "quote")}
        browser.ok("POST", "/codings", json={**place, "code": browser.code("PRC-NATIONAL")["guid"]})
        events = {event["date"]: event for event in browser.ok("GET", "/timeline")["events"]}
        assert events["1994-08-12"]["stages"] == ["PRC-NATIONAL"]
