"""Project files of QualCoder and RQDA, with the tables that their documentation describes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

TEXT = "\ufeffKopi 🪁 dari Kintamani dijual.\r\nDewan kota setuju 🪁🪁 dengan harbour.\nAkhir."


def utf16(text: str, words: str) -> tuple[int, int]:
    """Where words stand, counted in UTF-16 units as Qt counts."""
    start = len(text.partition(words)[0].encode("utf-16-le")) // 2
    return start, start + len(words.encode("utf-16-le")) // 2


def code_points(text: str, words: str) -> tuple[int, int]:
    """Where words stand, in code points."""
    start = text.index(words)
    return start, start + len(words)


def qualcoder(folder: Path) -> Path:
    """A `.qda` folder: one coding counted in code points, one in UTF-16 units, one in the wrong place, one nowhere."""
    folder.mkdir()
    with sqlite3.connect(folder / "data.qda") as file:
        file.executescript(
            """
            create table project (databaseversion text, date text, memo text, about text);
            create table source (id integer primary key, name text, fulltext text, mediapath text, memo text,
              owner text, date text, av_text_id integer, risid integer, unique(name));
            create table code_cat (catid integer primary key, name text, owner text, date text, memo text,
              supercatid integer);
            create table code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text,
              color text);
            create table code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer,
              pos1 integer, owner text, date text, memo text, avid integer, important integer);
            create table annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text,
              owner text, date text);
            create table cases (caseid integer primary key, name text, memo text, owner text, date text);
            create table case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer,
              owner text, date text, memo text);
            create table attribute (attrid integer primary key, name text, attr_type text, value text, id integer,
              date text, owner text);
            create table journal (jid integer primary key, name text, jentry text, date text, owner text);
            create trigger spy after insert on source begin delete from source; end;
            """
        )
        file.execute("drop trigger spy")
        file.execute("insert into project values ('v9', '', 'A study of two cities', '')")
        file.execute(
            "insert into source (id, name, fulltext, memo) values (1, 'Rapat', ?, 'from the council')", (TEXT,)
        )
        file.execute("insert into code_cat (catid, name, memo) values (1, 'Market', 'trade')")
        file.execute("insert into code_name (cid, name, memo, catid, color) values (1, 'Coffee', 'c', 1, '#aabbcc')")
        file.execute("insert into code_name (cid, name, memo, catid) values (2, 'Council', '', null)")
        places = (
            (1, "Kintamani", code_points(TEXT, "Kintamani")),
            (2, "harbour", utf16(TEXT, "harbour")),
            (2, "Dewan kota", (3, 13)),
            (1, "words that are nowhere", (1, 4)),
        )
        for code, words, (start, end) in places:
            row = (code, words, start, end, "putu", "why" if words == "harbour" else "")
            file.execute(
                "insert into code_text (cid, fid, seltext, pos0, pos1, owner, memo) values (?, 1, ?, ?, ?, ?, ?)", row
            )
        file.execute("insert into cases (caseid, name, memo) values (1, 'Ubud', '')")
        file.execute("insert into case_text (caseid, fid, pos0, pos1) values (1, 1, 0, ?)", (len(TEXT) - 1,))
        file.execute("insert into attribute (name, attr_type, value, id) values ('people', 'case', '70000', 1)")
        file.execute("insert into journal (name, jentry, owner) values ('Day one', 'We began.', 'putu')")
    return folder


def rqda(path: Path) -> Path:
    """An `.rqda` file with a coding that was deleted."""
    text = TEXT.replace("\r\n", "\n").replace("\ufeff", "")
    with sqlite3.connect(path) as file:
        file.executescript(
            """
            create table source (name text, id integer, file text, memo text, owner text, date text, dateM text,
              status integer);
            create table freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer,
              color text);
            create table codecat (name text, cid integer, catid integer, owner text, date text, dateM text, memo text,
              status integer);
            create table treecode (cid integer, catid integer, date text, dateM text, memo text, status integer,
              owner text);
            create table coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer,
              owner text, date text, memo text);
            """
        )
        file.execute("insert into source values ('Rapat', 1, ?, '', '', '', '', 1)", (text,))
        file.execute("insert into freecode values ('Coffee', 'c', '', '', '', 1, 1, null)")
        file.execute("insert into codecat values ('Market', null, 1, '', '', '', 'trade', 1)")
        file.execute("insert into treecode values (1, 1, '', '', '', 1, '')")
        for words, status in (("Kintamani", 1), ("harbour", 1), ("Akhir", 0)):
            start, end = code_points(text, words)
            file.execute("insert into coding values (1, 1, ?, ?, ?, ?, 'nyoman', '', '')", (words, start, end, status))
    return path
