"""Numbers of sections, tables and figures, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.report.tree import Block, Callout, Chart, Document, Section, Table


def numbers(document: Document) -> dict[str, str]:
    """Id of a section, table or chart -> its number (`7.2`, `3`)."""
    found = dict(_sections(document.sections, ""))
    for kind in (Table, Chart):
        placed = [block for block in document.blocks() if isinstance(block, kind)]
        found |= {block.id: str(number) for number, block in enumerate(placed, 1)}
    return found


def _sections(blocks: tuple[Block, ...], prefix: str) -> Iterator[tuple[str, str]]:
    inner = [block for block in blocks if isinstance(block, Section)]
    for place, section in enumerate(inner, 1):
        yield section.id, f"{prefix}{place}"
        yield from _sections(section.blocks, f"{prefix}{place}.")
    for block in blocks:
        if isinstance(block, Callout):
            yield from _sections(block.blocks, prefix)


def titles(document: Document) -> dict[str, str]:
    """Id of a section -> its heading."""
    return {block.id: block.title for block in document.blocks() if isinstance(block, Section)}
