"""The schemas of the standard, against which all that Tenun writes is checked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml.etree import XMLSchema, _Element

Schema = Literal["project", "codebook"]
NAMESPACES: dict[Schema, str] = {"project": "urn:QDA-XML:project:1.0", "codebook": "urn:QDA-XML:codebook:1.0"}


@cache
def _schema(name: Schema) -> XMLSchema:
    from lxml import etree

    content = files("tenun.exchange.refi").joinpath("schemas", f"{name}.xsd").read_bytes()
    return etree.XMLSchema(etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True)))


def faults(root: _Element, name: Schema) -> tuple[str, ...]:
    """What of a document the schema does not allow, with the lines; empty when it is valid."""
    schema = _schema(name)
    return () if schema.validate(root) else tuple(str(entry) for entry in schema.error_log)
