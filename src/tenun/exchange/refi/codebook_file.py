"""`.qdc`: a codebook alone, out; `reading.py` reads both."""

from __future__ import annotations

from collections.abc import Sequence

from tenun.exchange.refi import project as refi
from tenun.exchange.refi.schema_check import NAMESPACES, faults


def write_qdc(codes: Sequence[refi.Code], sets: Sequence[refi.Set], origin: str) -> bytes:
    """The codes, and the sets of codes, as a codebook; ValueError when there is no code, which no codebook may lack."""
    from lxml import etree

    from tenun.exchange.refi.writing import Writer, add_codes

    write = Writer(NAMESPACES["codebook"])
    root = write.root("CodeBook", origin=origin)
    add_codes(write, write.add(root, "Codes"), codes, notes=False)
    of_codes = [one for one in sets if one.codes]
    if of_codes:
        above = write.add(root, "Sets")
        for one in of_codes:
            made = write.add(above, "Set", guid=one.guid)
            made.set("name", one.name)
            write.described(made, one.description)
            for code in one.codes:
                write.add(made, "MemberCode", guid=code)
    if found := faults(root, "codebook"):
        raise ValueError(f"not valid against the schema: {found[0]}")
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content
