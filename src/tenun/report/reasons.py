"""Why a figure has no value, in both languages, from the tables of `tenun/messages`."""

from __future__ import annotations

from collections.abc import Mapping

from tenun.claims.graph import Words
from tenun.claims.results import Reason
from tenun.errors import message_of


class _Open(dict[str, object]):
    """Values of a sentence; one that is not known prints as a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def reason_of(reason: Reason | str | None, values: Mapping[str, object] | None = None) -> Words:
    """The sentence of a reason in both languages.

    >>> reason_of(Reason("analysis.one-coder", {"coders": 1})).en
    'Agreement needs two coders; this study has 1.'
    """
    if reason is None:
        return Words("–", "–")
    code = reason if isinstance(reason, str) else reason.code
    given = _Open(values or {}) if isinstance(reason, str) else _Open(reason.values)
    message = message_of(code)
    return Words(message.en.format_map(given), message.id.format_map(given))
