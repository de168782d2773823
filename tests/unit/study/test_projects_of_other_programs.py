"""Projects as other programs write them: units of positions, order, guids, paths, and what points to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories import foreign_projects as foreign
from tests.factories.foreign_projects import CASE, CODE, CODING, NOTE, PRODUCERS, SELECTION, SOURCE, USER, guid
from tests.factories.projects import members, without_sidecar, write

from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.make_study import make_study
from tenun.study.projects.export_project import export_project
from tenun.study.projects.import_project import bring_project_to, import_project
from tenun.study.scope import StudyScope


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    """An empty study."""
    made = make_study(str(tmp_path / "study.tenun"), title="Mine", coder="ana")
    with made.store:
        yield made


def codes(report: ImportReport) -> set[str]:
    """Codes of a report's problems."""
    return {problem.code for problem in report.problems}


@pytest.mark.parametrize("name", PRODUCERS)
def test_the_unit_of_positions_is_found_in_texts_full_of_emoji(name: str, scope: StudyScope, tmp_path: Path) -> None:
    texts = [foreign.emoji_text(seed) for seed in (1, 2)]
    spans = [foreign.word_spans(text, seed) for seed, text in enumerate(texts)]
    file = foreign.coded(tmp_path / "a.qdpx", PRODUCERS[name], texts, spans)
    report = import_project(scope, file)
    assert [problem for problem in report.problems if problem.level == "error"] == []
    found = {(row["start_cp"], row["end_cp"], row["quote"]) for row in scope.store.rows("passage")}
    wanted = {(start, end, text[start:end]) for text, places in zip(texts, spans, strict=True) for start, end in places}
    assert found == wanted
    assert report.added["codings"] == 200
    assert scope.store.verify() == []
    how = PRODUCERS[name]
    assert ("refi.unit" in codes(report)) == (how.utf16 or how.inclusive or how.line_end_counts == 2)
    assert set(import_project(scope, file).added.values()) == {0}


@pytest.mark.parametrize("name", PRODUCERS)
def test_a_source_with_one_selection_leans_on_the_others(name: str, scope: StudyScope, tmp_path: Path) -> None:
    texts = [foreign.emoji_text(1), "Kota 🪁🪁 aaaa bbbb cccc dddd eeee\nffff gggg"]
    spans = [foreign.word_spans(texts[0], 1), [(14, 18)]]
    import_project(scope, foreign.coded(tmp_path / "a.qdpx", PRODUCERS[name], texts, spans))
    assert "cccc" in {row["quote"] for row in scope.store.rows("passage")} or texts[1][14:18] in {
        row["quote"] for row in scope.store.rows("passage")
    }


def test_the_words_of_a_selection_decide_where_edges_cannot(scope: StudyScope, tmp_path: Path) -> None:
    text = "🪁東京東京東京東京東京東京東京"
    selection = (
        f'<PlainTextSelection guid="{guid(SELECTION)}" name="京東京東" startPosition="3" endPosition="7"/>'
        f'<PlainTextSelection guid="{guid(SELECTION, 1)}" name="東京東京" startPosition="4" endPosition="8"/>'
    )
    body = (
        f'<Sources><TextSource guid="{guid(SOURCE)}" name="t"><PlainTextContent>{text}</PlainTextContent>'
        f"{selection}</TextSource></Sources>"
    )
    import_project(scope, foreign.project(tmp_path / "a.qdpx", body, {}))
    assert sorted((row["start_cp"], row["quote"]) for row in scope.store.rows("passage")) == [
        (2, "京東京東"), (3, "東京東京"),
    ]  # fmt: skip


def test_quirks_are_read_and_reported(scope: StudyScope, tmp_path: Path) -> None:
    how = PRODUCERS["nvivo windows"]
    file = foreign.coded(tmp_path / "a.qdpx", how, ["Kota kembar."], [[(0, 4)]])
    assert "refi.odd-order" in codes(import_project(scope, file))
    assert scope.store.rows("case")[0]["label_en"] == "Denpasar"
    assert scope.store.rows("coder", name="Made")[0]["guid"] == guid(USER)
    assert scope.config().extra["refi"]["colours"] == {guid(CODE): "#ff8800"}


def test_what_points_to_nothing_is_left_out_and_counted(scope: StudyScope, tmp_path: Path) -> None:
    coding = foreign.selection(PRODUCERS["taguette"], 0, 0, 4, code=guid(CODE, 99))
    outside = foreign.selection(PRODUCERS["taguette"], 1, 4, 4000)
    backwards = foreign.selection(PRODUCERS["taguette"], 2, 4, 2)
    link = f'<Link guid="{guid(9)}" originGUID="{guid(10)}" targetGUID="{guid(SOURCE)}"/>'
    body = (
        f'<CodeBook><Codes><Code guid="{guid(CODE)}" name="M" isCodable="true"/></Codes></CodeBook>'
        f'<Cases><Case guid="{guid(CASE)}" name="K"><SourceRef targetGUID="{guid(11)}"/></Case></Cases>'
        f'<Sources><TextSource guid="{guid(SOURCE)}" name="t"><PlainTextContent>Kota kembar.</PlainTextContent>'
        f'{coding}{outside}{backwards}<NoteRef targetGUID="{guid(12)}"/></TextSource></Sources>'
        f"<Links>{link}</Links><Sets/>"
    )
    report = import_project(scope, foreign.project(tmp_path / "a.qdpx", body, {}))
    assert {"refi.dangling", "refi.no-place", "refi.odd-empty-sets"} <= codes(report)
    counted = next(problem for problem in report.problems if problem.code == "refi.dangling")
    assert counted.parameters["count"] == 4
    assert sum(problem.code == "refi.no-place" for problem in report.problems) == 2
    assert report.added["sources"] == 1
    assert report.added["codings"] == report.added["links"] == 0


def test_names_in_place_of_guids_and_a_case_that_is_a_code(scope: StudyScope, tmp_path: Path) -> None:
    body = (
        '<Users><User guid="Made" name="Made"/></Users>'
        f'<CodeBook><Codes><Code guid="{guid(CASE)}" name="K" isCodable="true"/>'
        '<Code guid="Motive" name="Motive" isCodable="false"><Code guid="Offer" name="Offer" isCodable="true"/></Code>'
        "</Codes></CodeBook>"
        f'<Cases><Case guid="{guid(CASE)}" name="K"/></Cases>'
        f'<Sources><TextSource guid="T1" name="t"><PlainTextContent>Kota kembar.</PlainTextContent>'
        '<PlainTextSelection guid="s1" startPosition="0" endPosition="4"><Coding guid="c1" creatingUser="Made">'
        '<CodeRef targetGUID="Offer"/></Coding></PlainTextSelection></TextSource></Sources>'
    )
    file = foreign.project(tmp_path / "a.qdpx", body, {})
    report = import_project(scope, file)
    assert {"refi.odd-guid", "refi.case-and-code"} <= codes(report)
    parents = {row["key"]: row["parent"] for row in scope.store.rows("code")}
    motive = scope.store.rows("code", key="MOTIVE")[0]
    assert parents == {"K": None, "MOTIVE": None, "OFFER": motive["guid"]}
    assert report.added["codings"] == 1
    assert scope.store.rows("coding")[0]["coder"] == scope.store.rows("coder", name="Made")[0]["guid"]
    assert set(import_project(scope, file).added.values()) == {0}


@pytest.mark.parametrize("body", ["", '<Users><User guid="00000001-0000-4000-8000-000000000000" name="U"/></Users>'])
def test_a_project_with_users_only_or_nothing_comes_in(body: str, scope: StudyScope, tmp_path: Path) -> None:
    report = import_project(scope, foreign.project(tmp_path / "a.qdpx", body, {}))
    assert report.problems == ()
    assert set(report.added.values()) == {0}


def test_a_codebook_in_an_old_namespace_comes_in(scope: StudyScope, tmp_path: Path) -> None:
    file = tmp_path / "book.qdc"
    file.write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>'
        f'<Code guid="{guid(CODE)}" name="Motive" isCodable="true" color="#80FF0000"><Description>Why</Description>'
        f'<Code guid="{guid(CODE, 1)}" name="Offer" isCodable="true"/></Code></Codes></CodeBook>'
    )
    report = import_project(scope, file)
    assert report.added["codes"] == 2
    assert {"refi.odd-namespace", "refi.odd-colour"} <= codes(report)
    to = tmp_path / "out.qdc"
    export_project(scope, to)
    assert set(import_project(scope, to).added.values()) == {0}


def test_a_transcript_is_coded_between_sync_points(scope: StudyScope, tmp_path: Path) -> None:
    text = "Wayan: Kota kembar. 🪁\r\nMade: Ya, kopi.\r\n"
    points = "".join(
        f'<SyncPoint guid="{guid(20, number)}" position="{position}" timeStamp="{1000 * number}"/>'
        for number, position in enumerate((0, 24, 30, 38))
    )
    chosen = (
        f'<TranscriptSelection guid="{guid(SELECTION)}" fromSyncPoint="{guid(20, 1)}" toSyncPoint="{guid(20, 3)}">'
        f'<Coding guid="{guid(CODING)}"><CodeRef targetGUID="{guid(CODE)}"/></Coding></TranscriptSelection>'
    )
    body = (
        f'<CodeBook><Codes><Code guid="{guid(CODE)}" name="M" isCodable="true"/></Codes></CodeBook>'
        f'<Sources><AudioSource guid="{guid(SOURCE)}" name="talk" path="internal://talk.mp3">'
        f'<Transcript guid="{guid(SOURCE, 1)}" plainTextPath="internal://talk.txt">{points}{chosen}</Transcript>'
        f'<AudioSelection guid="{guid(SELECTION, 1)}" name="intro" begin="0" end="1500">'
        f'<Coding guid="{guid(CODING, 1)}"><CodeRef targetGUID="{guid(CODE)}"/></Coding></AudioSelection>'
        "</AudioSource></Sources>"
    )
    files = {"Sources/talk.mp3": b"ID3" + bytes(200), "Sources/talk.txt": text.encode()}
    how = foreign.Producer("NVivo 12.6", True, "\r\n", 2)
    report = import_project(scope, foreign.project(tmp_path / "a.qdpx", body, files, how))
    assert not codes(report) & {"refi.places-aside", "refi.no-place"}
    times = [(row["quote"], row["start_ms"], row["end_ms"]) for row in scope.store.rows("passage")]
    assert times == [("Made: Ya, kopi", None, None), ("intro", 0, 1500)]
    cues = scope.store.rows("landmark", kind="cue")
    assert [(row["start_ms"], row["end_ms"]) for row in cues] == [(0, 1000), (1000, 2000), (2000, 3000), (3000, None)]
    out = tmp_path / "out.qdpx"
    export_project(scope, out)
    qde = members(out)["project.qde"].decode()
    assert "AudioSource" in qde
    assert 'begin="0"' in qde
    assert 'timeStamp="1000"' in qde
    with make_study(str(tmp_path / "b.tenun"), coder="ana").store as store:
        import_project(StudyScope(store, "ana"), without_sidecar(out, tmp_path / "c.qdpx"))
        assert [row["quote"] for row in store.rows("passage")] == ["Made: Ya, kopi", "intro"]
        assert len(store.rows("landmark", kind="cue")) == 4


def test_an_area_of_a_page_comes_in_where_its_words_stand_once(scope: StudyScope, tmp_path: Path) -> None:
    def area(number: int, words: str) -> str:
        inner = (
            f'<Representation guid="{guid(30, number)}"><PlainTextContent>{words}</PlainTextContent></Representation>'
        )
        coding = f'<Coding guid="{guid(CODING, number)}"><CodeRef targetGUID="{guid(CODE)}"/></Coding>'
        at = f'page="1" firstX="{number}" firstY="2" secondX="3" secondY="4"'
        return f'<PDFSelection guid="{guid(SELECTION, number)}" {at}>{inner}{coding}</PDFSelection>'

    body = (
        f'<CodeBook><Codes><Code guid="{guid(CODE)}" name="M" isCodable="true"/></Codes></CodeBook>'
        f'<Sources><PDFSource guid="{guid(SOURCE)}" name="p">{area(0, "ekspor kopi")}{area(1, "kota")}'
        f'<Representation guid="{guid(SOURCE, 1)}"><PlainTextContent>kota, kota dan ekspor kopi</PlainTextContent>'
        f"</Representation></PDFSource></Sources>"
    )
    file = foreign.project(tmp_path / "a.qdpx", body, {})
    report = import_project(scope, file)
    words, region = scope.store.rows("passage")
    assert (words["quote"], words["region"]) == ("ekspor kopi", None)
    assert (region["quote"], region["start_cp"]) == ("kota", None)
    assert region["region"] == {"page": 1, "x0": 1, "y0": 2, "x1": 3, "y1": 4}
    assert report.added["codings"] == 2
    assert set(import_project(scope, file).added.values()) == {0}


def test_what_another_program_added_comes_back_and_nothing_else(tmp_path: Path) -> None:
    how = PRODUCERS["taguette"]
    file = foreign.coded(tmp_path / "a.qdpx", how, ["Kota kembar 🪁 dan kopi."], [[(0, 4)]])
    location = str(tmp_path / "study.tenun")
    bring_project_to(location, file, coder="ana")
    more = foreign.coded(tmp_path / "b.qdpx", how, ["Kota kembar 🪁 dan kopi."], [[(0, 4), (18, 22)]])
    looked = bring_project_to(location, more, coder="ana", dry_run=True)
    brought = bring_project_to(location, more, coder="ana")
    assert looked.added == brought.added
    assert {name: count for name, count in brought.added.items() if count} == {"codings": 1}


def test_what_was_taken_out_of_a_project_of_tenun_stays_out_of_a_new_study(scope: StudyScope, tmp_path: Path) -> None:
    how = PRODUCERS["taguette"]
    import_project(scope, foreign.coded(tmp_path / "a.qdpx", how, ["Kota kembar."], [[(0, 4), (5, 11)]]))
    export_project(scope, tmp_path / "out.qdpx")
    files = members(tmp_path / "out.qdpx")
    qde = files["project.qde"].decode()
    start = qde.index(f'<Coding guid="{guid(CODING, 1)}"')
    end = qde.index("</Coding>", start) + len("</Coding>")
    files["project.qde"] = (qde[:start] + qde[end:]).encode()
    report = bring_project_to(str(tmp_path / "b.tenun"), write(tmp_path / "c.qdpx", files), coder="ana")
    assert report.added["codings"] == 1


def test_notes_sets_graphs_and_links_come_in_and_go_out_again(scope: StudyScope, tmp_path: Path) -> None:
    body = (
        f'<CodeBook><Codes><Code guid="{guid(CODE)}" name="M" isCodable="true"><NoteRef targetGUID="{guid(NOTE)}"/>'
        f"</Code></Codes></CodeBook>"
        f'<Sources><TextSource guid="{guid(SOURCE)}" name="t"><PlainTextContent>Kota kembar.</PlainTextContent>'
        f'<NoteRef targetGUID="{guid(NOTE)}"/></TextSource></Sources>'
        f'<Notes><Note guid="{guid(NOTE)}" name="n"><PlainTextContent>words 🪁</PlainTextContent></Note></Notes>'
        f'<Links><Link guid="{guid(9)}" name="leads to" originGUID="{guid(CODE)}" targetGUID="{guid(SOURCE)}"/></Links>'
        f'<Sets><Set guid="{guid(13)}" name="mine"><MemberCode targetGUID="{guid(CODE)}"/></Set></Sets>'
        f'<Graphs><Graph guid="{guid(14)}" name="g"><Vertex guid="{guid(15)}" representedGUID="{guid(CODE)}" '
        f'firstX="1" firstY="2" color="#abc"/></Graph></Graphs>'
    )
    report = import_project(scope, foreign.project(tmp_path / "a.qdpx", body, {}))
    assert (report.added["memos"], report.added["links"]) == (1, 2)
    export_project(scope, tmp_path / "out.qdpx")
    qde = members(tmp_path / "out.qdpx")["project.qde"].decode()
    for part in ("words 🪁", 'name="leads to"', 'name="mine"', 'color="#aabbcc"'):
        assert part in qde
    assert qde.count(f'<NoteRef targetGUID="{guid(NOTE)}"/>') == 2


def test_pages_that_a_program_counts_from_0_are_counted_from_1(scope: StudyScope, tmp_path: Path) -> None:
    marks = "".join(
        f'<PDFSelection guid="{guid(SELECTION, page)}" page="{page}" firstX="5" firstY="20" secondX="9" secondY="10">'
        f'<Coding guid="{guid(CODING, page)}"><CodeRef targetGUID="{guid(CODE)}"/></Coding></PDFSelection>'
        for page in (0, 3)
    )
    body = (
        f'<CodeBook><Codes><Code guid="{guid(CODE)}" name="M" isCodable="true"/></Codes></CodeBook>'
        f'<Sources><PDFSource guid="{guid(SOURCE)}" name="p">{marks}<Representation guid="{guid(SOURCE, 1)}">'
        f"<PlainTextContent>kota</PlainTextContent></Representation></PDFSource></Sources>"
    )
    import_project(scope, foreign.project(tmp_path / "a.qdpx", body, {}))
    assert [row["region"]["page"] for row in scope.store.rows("passage")] == [1, 4]


def test_a_place_without_an_inside_is_kept_aside_and_goes_out_again(scope: StudyScope, tmp_path: Path) -> None:
    body = (
        f'<CodeBook><Codes><Code guid="{guid(CODE)}" name="M" isCodable="true"/></Codes></CodeBook>'
        f'<Sources><AudioSource guid="{guid(SOURCE)}" name="talk" path="internal://talk.mp3">'
        f'<AudioSelection guid="{guid(SELECTION)}" begin="700" end="700"><Coding guid="{guid(CODING)}">'
        f'<CodeRef targetGUID="{guid(CODE)}"/></Coding></AudioSelection>'
        "</AudioSource></Sources>"
    )
    files = {"Sources/talk.mp3": b"ID3" + bytes(200)}
    report = import_project(scope, foreign.project(tmp_path / "a.qdpx", body, files))
    assert "refi.places-aside" in codes(report)
    assert scope.store.count("passage") == 0
    export_project(scope, tmp_path / "out.qdpx")
    assert 'begin="700" end="700"' in members(tmp_path / "out.qdpx")["project.qde"].decode()
