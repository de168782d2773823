"""QDA-XML as programs write it: any order of elements, any namespace of the standard, guids in every spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.exchange.refi import project as refi
from tenun.exchange.refi.spelling import is_guid, plain_colour, plain_guid
from tenun.intake.guard.xml_tree import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

TextAt = Callable[[str], tuple[str | None, str]]
"""The text at a path of the archive, and the member it stands in."""
_ORDER = (
    "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description", "NoteRef",
)  # fmt: skip


def read_project(content: bytes, where: str, text_at: TextAt) -> tuple[refi.Project, tuple[str, ...]]:
    """A project, and what of it is not as the standard says, as words such as `order` and `guid`.

    Raises InputRefused for XML that is broken or declares a document type, and for a root that is no project.
    """
    from tenun.exchange.refi.reading_sources import source_of, text_of

    root = parse_xml(content, where)
    if tag(root) != "Project":
        raise InputRefused("refi.no-project", where=where)
    read = Reader(text_at)
    read.look(root)
    sources = tuple(filter(None, (source_of(read, one) for one in below(root, "Sources", None))))
    notes = tuple(text_of(read, one) for one in below(root, "Notes", "Note"))
    return refi.Project(
        name=root.get("name") or "",
        origin=root.get("origin") or "",
        description=words(root, "Description"),
        users=tuple(refi.User(read.own(one), one.get("name") or one.get("id") or "") for one in _users(root)),
        codes=tuple(read.codes(root)),
        variables=tuple(read.variable(one) for one in below(root, "Variables", "Variable")),
        cases=tuple(read.case(one) for one in below(root, "Cases", "Case")),
        sources=sources,
        notes_kept=tuple(read.note(one, text) for one, text in zip(below(root, "Notes", "Note"), notes, strict=True)),
        links=tuple(read.link(one) for one in below(root, "Links", "Link")),
        sets=tuple(read.set(one) for one in below(root, "Sets", "Set")),
        graphs=tuple(read.graph(one) for one in below(root, "Graphs", "Graph")),
        notes=read.targets(root, "NoteRef"),
    ), tuple(dict.fromkeys(read.oddities))


def read_codebook(content: bytes, where: str) -> tuple[tuple[refi.Code, ...], tuple[refi.Set, ...], tuple[str, ...]]:
    """The codes and sets of a `.qdc`."""
    root = parse_xml(content, where)
    if tag(root) != "CodeBook":
        raise InputRefused("refi.no-project", where=where)
    read = Reader(lambda path: (None, ""))
    read.look(root)
    codes, sets = tuple(read.codes(root)), tuple(read.set(one) for one in below(root, "Sets", "Set"))
    return codes, sets, tuple(dict.fromkeys(read.oddities))


class Reader:
    """Reads elements, and remembers what was odd about them."""

    def __init__(self, text_at: TextAt) -> None:
        self.text_at = text_at
        self.oddities: list[str] = []

    def look(self, root: _Element) -> None:
        """Note elements out of order and namespaces that are not the root's own."""
        places = [_ORDER.index(tag(one)) for one in root if tag(one) in _ORDER]
        if tag(root) == "Project" and places != sorted(places):
            self.oddities.append("order")
        spaces = {str(one.tag).partition("}")[0] for one in root.iter()}
        if len(spaces) > 1 or not str(root.tag).startswith(("{urn:QDA-XML:project:1", "{urn:QDA-XML:codebook:1")):
            self.oddities.append("namespace")
        if any(tag(one) == "Sets" and not len(one) for one in root):
            self.oddities.append("empty-sets")

    def guid(self, spelled: str | None) -> str:
        """A guid in its one spelling; empty where there is none."""
        if not spelled or not spelled.strip():
            return ""
        if not is_guid(spelled):
            self.oddities.append("guid")
        return plain_guid(spelled)

    def own(self, element: _Element) -> str:
        """The guid of an element; one without gets that of its name and kind."""
        return self.guid(element.get("guid")) or self.guid(f"{tag(element)} {element.get('name') or ''}")

    def targets(self, element: _Element, name: str) -> tuple[str, ...]:
        """Guids that references below an element point to."""
        found = (self.guid(one.get("targetGUID") or one.get("guid")) for one in element if tag(one) == name)
        return tuple(dict.fromkeys(filter(None, found)))

    def codes(self, root: _Element) -> Iterator[refi.Code]:
        """The codes, parents first; a tree may be as deep as the guard of XML allows."""
        tops = list(below(root, "CodeBook", "Codes")) or [one for one in root if tag(one) == "Codes"]
        waiting = [(one, None) for top in tops for one in reversed(top) if tag(one) == "Code"]
        while waiting:
            element, parent = waiting.pop()
            code = self.code(element, parent)
            yield code
            waiting += [(one, code.guid) for one in reversed(element) if tag(one) == "Code"]  # type: ignore[misc]

    def code(self, element: _Element, parent: str | None) -> refi.Code:
        """One code."""
        colour = element.get("color") or ""
        if len(colour) == 9:
            self.oddities.append("colour")
        return refi.Code(
            self.own(element),
            (element.get("name") or "").strip(),
            parent,
            words(element, "Description"),
            plain_colour(colour),
            (element.get("isCodable") or "true").strip().lower() not in ("false", "0"),
            self.targets(element, "NoteRef"),
        )

    def variable(self, element: _Element) -> refi.Variable:
        """A variable."""
        kind = element.get("typeOfVariable") or "Text"
        return refi.Variable(self.own(element), element.get("name") or "", kind, words(element, "Description"))

    def values(self, element: _Element) -> tuple[refi.Value, ...]:
        """Values of variables that hang on a case or source; one without words is none."""
        return tuple(filter(None, (self._value(one) for one in element if tag(one) == "VariableValue")))

    def _value(self, element: _Element) -> refi.Value | None:
        variable = self.targets(element, "VariableRef")
        given = next((one for one in element if tag(one).endswith("Value")), None)
        if not variable or given is None or not (given.text or "").strip():
            return None
        kind = tag(given).removesuffix("Value")
        return refi.Value(variable[0], _plain(kind, given.text or ""), kind)

    def case(self, element: _Element) -> refi.Case:
        """A case."""
        return refi.Case(
            self.own(element),
            (element.get("name") or "").strip(),
            words(element, "Description"),
            self.targets(element, "CodeRef"),
            self.values(element),
            self.targets(element, "SourceRef"),
            self.targets(element, "SelectionRef"),
        )

    def note(self, element: _Element, text: refi.PlainText) -> refi.Note:
        """A memo, whose words stand in it or in a file."""
        body = text.text if text.text is not None else words(element, "Description")
        about = self.guid(element.get("creatingUser")), element.get("creationDateTime") or ""
        return refi.Note(text.guid, element.get("name") or "", body, *about)

    def link(self, element: _Element) -> refi.Link:
        """A link."""
        ends = self.guid(element.get("originGUID")), self.guid(element.get("targetGUID"))
        direction = element.get("direction") or "Associative"
        return refi.Link(
            self.own(element), element.get("name") or "", *ends, direction, self.targets(element, "NoteRef")
        )

    def set(self, element: _Element) -> refi.Set:
        """A set."""
        members = [self.targets(element, name) for name in ("MemberCode", "MemberSource", "MemberNote")]
        return refi.Set(self.own(element), element.get("name") or "", words(element, "Description"), *members)

    def graph(self, element: _Element) -> refi.Graph:
        """A graph, its vertices and edges as they stand."""
        parts = [[self._drawn(one) for one in element if tag(one) == name] for name in ("Vertex", "Edge")]
        return refi.Graph(self.own(element), element.get("name") or "", tuple(parts[0]), tuple(parts[1]))

    def _drawn(self, element: _Element) -> refi.Place:
        found = {str(name): str(value) for name, value in element.attrib.items()}
        for name in ("guid", "representedGUID", "sourceVertex", "targetVertex"):
            if name in found:
                found[name] = self.guid(found[name])
        if "color" in found:
            found["color"] = plain_colour(found["color"])
        return found


def tag(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def below(root: _Element, group: str, name: str | None) -> Iterable[_Element]:
    """Elements of a name (any for None) in a group of that name, wherever the group stands below the root."""
    return [one for part in root if tag(part) == group for one in part if name is None or tag(one) == name]


def words(element: _Element, name: str) -> str:
    """The text of an element's part; empty where there is none."""
    return next(("".join(str(piece) for piece in one.itertext()) for one in element if tag(one) == name), "")


def _users(root: _Element) -> Iterable[_Element]:
    return below(root, "Users", "User")


def _plain(kind: str, given: str) -> refi.Plain:
    """A value in the type of its element; as it stands where it does not read so."""
    plain = given.strip()
    try:
        if kind == "Boolean" and plain.lower() in ("true", "false", "1", "0"):
            return plain.lower() in ("true", "1")
        if kind == "Integer":
            return int(plain)
        if kind == "Float":
            number = float(plain)
            return number if number - number == 0 else plain
    except ValueError:
        return plain
    return given if kind == "Text" else plain
