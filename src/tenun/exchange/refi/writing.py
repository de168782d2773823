"""A project as QDA-XML: elements in the order that the schema enforces."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tenun.exchange.refi import project as refi
from tenun.exchange.refi.schema_check import NAMESPACES, faults
from tenun.exchange.refi.spelling import decimal, plain_time, writable

if TYPE_CHECKING:
    from lxml.etree import _Element

INTERNAL = "internal://"


class Writer:
    """Makes elements of one namespace."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def root(self, tag: str, **attributes: str | None) -> _Element:
        """The root element."""
        from lxml import etree

        made = etree.Element(f"{{{self.namespace}}}{tag}", nsmap={None: self.namespace})
        return _set(made, attributes)

    def add(self, above: _Element, tag: str, text: str | None = None, **attributes: str | None) -> _Element:
        """An element below another; attributes that are None or empty are left out."""
        from lxml import etree

        made = _set(etree.SubElement(above, f"{{{self.namespace}}}{tag}"), attributes)
        if text is not None:
            made.text = writable(text)
        return made

    def references(self, above: _Element, tag: str, guids: Iterable[str]) -> None:
        """References to other things."""
        for guid in guids:
            self.add(above, tag, targetGUID=guid)

    def described(self, above: _Element, words: str) -> None:
        """The description, where there is one."""
        if words:
            self.add(above, "Description", words)


def _set(element: _Element, attributes: Mapping[str, str | None]) -> _Element:
    for name, value in attributes.items():
        if value:
            element.set(name, writable(value))
    return element


def project_element(project: refi.Project, at: str = "") -> _Element:
    """The root of a project; ValueError when the schema does not allow what came out, a fault of the program."""
    from tenun.exchange.refi.writing_sources import add_sources

    write = Writer(NAMESPACES["project"])
    root = write.root("Project", name=project.name or "–", origin=project.origin, creationDateTime=plain_time(at))
    if project.users:
        users = write.add(root, "Users")
        for user in project.users:
            write.add(users, "User", guid=user.guid, name=user.name)
    if project.codes:
        add_codes(write, write.add(write.add(root, "CodeBook"), "Codes"), project.codes, notes=True)
    _add_variables(write, root, project.variables)
    _add_cases(write, root, project.cases)
    add_sources(write, root, project.sources)
    _add_notes(write, root, project.notes_kept)
    _add_links(write, root, project.links)
    _add_sets(write, root, project.sets)
    _add_graphs(write, root, project.graphs)
    write.described(root, project.description)
    write.references(root, "NoteRef", project.notes)
    if found := faults(root, "project"):
        raise ValueError(f"not valid against the schema: {found[0]}")
    return root


def add_codes(write: Writer, above: _Element, codes: Sequence[refi.Code], *, notes: bool) -> None:
    """A tree of codes, in the order given; `notes`: whether the format has references to notes here."""
    children: dict[str | None, list[refi.Code]] = defaultdict(list)
    known = {code.guid for code in codes}
    for code in codes:
        children[code.parent if code.parent in known else None].append(code)
    waiting = [(above, code) for code in reversed(children[None])]
    while waiting:
        place, code = waiting.pop()
        made = write.add(place, "Code", guid=code.guid, color=code.colour)
        # Required even where empty.
        made.set("name", writable(code.name))
        made.set("isCodable", "true" if code.codable else "false")
        write.described(made, code.description)
        if notes:
            write.references(made, "NoteRef", code.notes)
        waiting += [(made, child) for child in reversed(children[code.guid])]


def add_values(write: Writer, above: _Element, values: Iterable[refi.Value]) -> None:
    """Values of variables, each in the element of its type."""
    for value in values:
        made = write.add(above, "VariableValue")
        write.add(made, "VariableRef", targetGUID=value.variable)
        tag, words = _typed(value)
        write.add(made, tag, words)


def _typed(value: refi.Value) -> tuple[str, str]:
    """The element for a value and its words: text where the value is not of the type it should have."""
    given = value.value
    if isinstance(given, bool):
        return ("BooleanValue", "true" if given else "false")
    if isinstance(given, int):
        return ("IntegerValue", str(given))
    if isinstance(given, float) and given - given == 0:
        return ("FloatValue", decimal(given))
    if value.type == "Date" and _is_day(str(given)):
        return ("DateValue", str(given))
    if value.type == "DateTime" and plain_time(str(given)):
        return ("DateTimeValue", str(given))
    return ("TextValue", str(given))


def _is_day(words: str) -> bool:
    try:
        return len(words) == 10 and dt.date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _add_variables(write: Writer, root: _Element, variables: Sequence[refi.Variable]) -> None:
    if not variables:
        return
    above = write.add(root, "Variables")
    for variable in variables:
        made = write.add(above, "Variable", guid=variable.guid, typeOfVariable=variable.type)
        made.set("name", writable(variable.name))
        write.described(made, variable.description)


def _add_cases(write: Writer, root: _Element, cases: Sequence[refi.Case]) -> None:
    if not cases:
        return
    above = write.add(root, "Cases")
    for case in cases:
        made = write.add(above, "Case", guid=case.guid, name=case.name)
        write.described(made, case.description)
        write.references(made, "CodeRef", case.codes)
        add_values(write, made, case.values)
        write.references(made, "SourceRef", case.sources)
        write.references(made, "SelectionRef", case.selections)


def _add_notes(write: Writer, root: _Element, notes: Sequence[refi.Note]) -> None:
    if not notes:
        return
    above = write.add(root, "Notes")
    for note in notes:
        at = plain_time(note.at)
        made = write.add(above, "Note", guid=note.guid, name=note.name, creatingUser=note.user, creationDateTime=at)
        write.add(made, "PlainTextContent", note.text)


def _add_links(write: Writer, root: _Element, links: Sequence[refi.Link]) -> None:
    if not links:
        return
    above = write.add(root, "Links")
    for link in links:
        ends = {"originGUID": link.origin, "targetGUID": link.target}
        made = write.add(above, "Link", guid=link.guid, name=link.name, direction=link.direction, **ends)
        write.references(made, "NoteRef", link.notes)


def _add_sets(write: Writer, root: _Element, sets: Sequence[refi.Set]) -> None:
    if not sets:
        return
    above = write.add(root, "Sets")
    for one in sets:
        made = write.add(above, "Set", guid=one.guid)
        made.set("name", writable(one.name))
        write.described(made, one.description)
        write.references(made, "MemberCode", one.codes)
        write.references(made, "MemberSource", one.sources)
        write.references(made, "MemberNote", one.notes)


def _add_graphs(write: Writer, root: _Element, graphs: Sequence[refi.Graph]) -> None:
    if not graphs:
        return
    above = write.add(root, "Graphs")
    for graph in graphs:
        made = write.add(above, "Graph", guid=graph.guid, name=graph.name)
        for vertex in graph.vertices:
            write.add(made, "Vertex", **vertex)
        for edge in graph.edges:
            write.add(made, "Edge", **edge)
