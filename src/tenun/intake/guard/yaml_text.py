"""YAML that strangers wrote: no tags, no aliases, bounded depth and size, no key twice, and dates stay text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

import yaml

from tenun.errors import InputRefused

if TYPE_CHECKING:
    from yaml import SafeLoader as FastLoader
else:
    FastLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 40
MOST_EVENTS = 500_000


class _PlainLoader(FastLoader):
    """Null, true, false and decimal numbers are what they look like; all else, dates and `no` among it, is text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own name

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        twice = next((key for key, times in keys.items() if times > 1), None)
        if twice is not None:
            raise InputRefused("intake.yaml-key-twice", key=twice, line=_line(node.start_mark))
        return super().construct_mapping(node, deep)


for _tag, _pattern, _first in (
    ("null", r"(?:~|null|Null|NULL|)\Z", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z", list("tTfF")),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})\Z", list("-+0123456789")),
    ("float", r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z", list("-+0123456789.")),
):
    _PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


def load_yaml(text: str, where: str = "") -> Any:
    """The plain value (mappings, lists, text, numbers, true, false, None) of a YAML document.

    Raises InputRefused for broken YAML, tags, aliases, more than 40 levels, a key used twice in one mapping.

    >>> load_yaml("date: 2019-11-27\\nanswer: no\\nyear: 2019")
    {'date': '2019-11-27', 'answer': 'no', 'year': 2019}
    """
    try:
        _check_events(text, where)
        return yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - built on the safe loader
    except yaml.YAMLError as error:
        line = _line(getattr(error, "problem_mark", None))
        raise InputRefused("intake.yaml-broken", where=where, line=line) from error
    except InputRefused as error:
        raise InputRefused(error.code, where=where, **error.parameters) from error


def _check_events(text: str, where: str) -> None:
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=FastLoader)):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None):
            raise InputRefused("intake.yaml-alias", where=where, line=_line(event.start_mark))
        if depth > DEEPEST or count > MOST_EVENTS:
            raise InputRefused("intake.yaml-too-deep", where=where, deepest=DEEPEST)


def _line(mark: object) -> int:
    line = getattr(mark, "line", None)
    return line + 1 if isinstance(line, int) else 1
