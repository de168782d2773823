"""Patterns and figures become sentences of one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from string import Formatter
from typing import TypeVar

from tenun.claims.graph import (
    Chance,
    Claim,
    Coders,
    Codes,
    Day,
    Figure,
    GroupIds,
    Number,
    OutOf,
    Percent,
    Phrases,
    Ranks,
    Ratio,
    SourceKeys,
    Tally,
    Terms,
    Words,
)
from tenun.corpus.study import Bilingual
from tenun.errors import InputRefused
from tenun.report import dates_and_numbers as written
from tenun.report.findings import Findings
from tenun.report.naming import SourceNames
from tenun.report.tree import Run, RunKind, Sentence
from tenun.report.words import WORDS

_PARSER = Formatter()
_KEY = re.compile(r"(?<![\w-])(\()?(([A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*)(?:-\*)?)(?![\w-])(?(1)(\))?)")
"""What looks like a key of a source or code in prose: capitals, digits and hyphens."""
T = TypeVar("T")


def bilingual(words: Bilingual) -> Words:
    """The study's words as a figure, marked with their language where only one is there."""
    missing = "en" if words.en and not words.id else "id" if words.id and not words.en else ""
    return Words(words.of("en"), words.of("id"), missing)


class Speech:
    """One language of a report: says patterns of `words/` with figures of the claims.

    A field of a pattern is `{name}` or `{name:forms}`. A count prints in words up to ten; `{n:witness|witnesses}` adds
    the noun in the right number, `{n:~is|are}` is the word alone, `{n:#}` the digits. `*words*` are a term.
    """

    def __init__(self, findings: Findings, language: str) -> None:
        if language not in WORDS:
            raise InputRefused("report.no-such-language", language=language)
        self.language = language
        self.names = SourceNames(findings.listed_sources, language)
        self._words = WORDS[language]
        self._groups = {group.id: group for group in findings.groups}
        self._codebook = findings.codebook

    def word(self, key: str) -> str:
        """A word or heading that takes no figures."""
        return self._words[key]

    def knows(self, key: str) -> bool:
        """Whether there are words for `key`."""
        return key in self._words

    def claim(self, claim: Claim) -> Sentence:
        """The sentence of a claim, with what it rests on."""
        runs, used = self._fill(claim.pattern, claim.figures)
        return Sentence(_capitalised(runs), claim.id, claim.passages, claim.sources, used)

    def say(self, pattern: str, **figures: Figure) -> Sentence:
        """A sentence that makes no claim."""
        runs, used = self._fill(pattern, figures)
        return Sentence(_capitalised(runs), figures=used)

    def linked(self, words: str | Words) -> Sentence:
        """The study's own words, with keys of sources as references and keys of codes as their labels."""
        plain = self.print(words)[0]
        text = plain.text
        runs: list[Run] = []
        at = 0
        for match in _KEY.finditer(text):
            opened, key, stem, closed = match.groups()
            named = self._named(key, stem)
            if named and opened and not (closed and self.names.knows(key)):
                named = [Run("("), *named, Run(closed or "")]
            if named:
                runs += [replace(plain, text=text[at : match.start()]), *named]
                at = match.end()
        return Sentence(
            _capitalised(_merged([*runs, replace(plain, text=text[at:])])), figures=(("cell", repr(words)),)
        )

    def _named(self, key: str, stem: str) -> list[Run]:
        if self.names.knows(key):
            return self.reference(key, named=False)
        code = stem if key.endswith("-*") else key
        return [Run(self.label(code), "term")] if code in self._codebook else []

    def phrase(self, pattern: str, **figures: Figure) -> str:
        """Words within a sentence, which do not begin with a capital."""
        return "".join(run.text for run in self._fill(pattern, figures)[0])

    def figure(self, figure: Figure, form: str = "") -> Sentence:
        """A figure alone, as in the cell of a table."""
        runs = tuple(_merged(self.print(figure, form)))
        return Sentence(runs, figures=(("cell", repr(figure)),))

    def _fill(self, pattern: str, figures: Mapping[str, Figure]) -> tuple[list[Run], tuple[tuple[str, str], ...]]:
        runs: list[Run] = []
        used: dict[str, str] = {}
        in_term = False
        for literal, name, form, _ in _PARSER.parse(self._words[pattern]):
            runs += _marked(literal, in_term)
            in_term ^= literal.count("*") % 2 == 1
            if name:
                used[name] = repr(figures[name])
                printed = self.print(figures[name], form or "")
                runs += [Run(run.text, "term") if in_term and run.kind == "text" else run for run in printed]
        return _merged(runs), tuple(sorted(used.items()))

    def print(self, figure: Figure, form: str = "") -> list[Run]:
        """The runs of one figure."""
        language = self.language
        match figure:
            case bool():
                return [Run(self.word("yes" if figure else "no"))]
            case int():
                return [Run(self._count(figure, form))]
            case str():
                return [Run(figure, "code" if form == "code" else "text")]
            case Number(value, decimals):
                return [Run(written.number(value, language, decimals))]
            case Percent(share, decimals):
                return [Run(written.percent(share, language, decimals))]
            case OutOf(some, of):
                return [Run(written.out_of(some, of, language, form))]
            case Ratio(value, decimals):
                return [
                    Run(self.word("undefined") if value is None else written.coefficient(value, language, decimals))
                ]
            case Chance(p, witnesses):
                return [Run(written.chance(p, witnesses, language))]
            case Day(iso):
                return [Run(written.day(iso, language))]
            case Words(en, indonesian, only):
                text = indonesian if language == "id" else en
                return [Run(text, "foreign", only) if only and only != language else Run(text)]
            case _:
                return self._print_many(figure, form)

    def _print_many(self, figure: Figure, form: str) -> list[Run]:
        match figure:
            case Codes(keys):
                return self._listed(keys, lambda key: [Run(self.label(key), "term")])
            case SourceKeys(keys):
                return self._listed(keys, lambda key: self.reference(key, named=form != "n"))
            case GroupIds(ids):
                return self._listed(ids, self._group, apart=any(len(self._groups[key].sources) > 1 for key in ids))
            case Terms(keys):
                return self._listed(keys, lambda key: list(_marked(self.word(key))))
            case Tally(parts):
                return self._tally([part for part in parts if part[1]])
            case Coders(names):
                return self._listed(names, self._coder)
            case Phrases(phrases):
                return self._listed(phrases, lambda phrase: self._fill(*phrase)[0], last=form or "and")
            case Ranks(order):
                return self._ranks(order)
            case _:
                raise TypeError(f"no way to print {type(figure).__name__}")

    def _count(self, value: int, form: str) -> str:
        digits = form.startswith("#")
        amount = written.number(value, self.language) if digits else written.count(value, self.language)
        forms = form.removeprefix("#").removeprefix("~")
        if not forms:
            return amount
        one, _, many = forms.partition("|")
        noun = one if value == 1 or not many else many
        return noun if form.startswith("~") else f"{amount} {noun}"

    def label(self, code: str) -> str:
        """The label of a code in this language."""
        return self._codebook[code].label(self.language) if code in self._codebook else code

    def reference(self, source: str, *, named: bool = True) -> list[Run]:
        """A source by its short name, then its number as a reference."""
        number = Run(f"[{self.names.number(source)}]", "reference", self.names.anchor(source))
        return [Run(f"{self.names.name(source)} ", "name"), number] if named else [number]

    def _group(self, group: str) -> list[Run]:
        first, *others = self._groups[group].sources
        if not others:
            return self.reference(first)
        return [*self.reference(first), Run(f" {self.word('group.with')} "), *self._listed(others, self.reference)]

    def _coder(self, name: str) -> list[Run]:
        return [Run(self.word(f"coder.{name}") if self.knows(f"coder.{name}") else name)]

    def _tally(self, parts: list[tuple[str, int]]) -> list[Run]:
        """A single thing is said without its count, where there are words for that."""
        if sum(amount for _, amount in parts) == 1 and self.knows(f"{parts[0][0]}.alone"):
            return self._fill(f"{parts[0][0]}.alone", {})[0]
        return self._listed(parts, lambda part: self._fill(part[0], {"n": part[1]})[0])

    def _ranks(self, order: Sequence[tuple[str, ...]]) -> list[Run]:
        runs: list[Run] = []
        for place, tied in enumerate(order):
            runs += [Run(f", {self.word('ranks.then')} ")] if place else []
            runs += self.print(Codes(tied))
            runs += [Run(f" {self.word('ranks.together')}")] if len(tied) > 1 else []
        return runs

    def _listed(
        self, parts: Sequence[T], runs_of: Callable[[T], list[Run]], *, apart: bool = False, last: str = "and"
    ) -> list[Run]:
        joints = written.joints(len(parts), self.language, last)
        if apart:
            joints = [f"; {joint.lstrip(', ')}" if joint else joint for joint in joints]
        runs: list[Run] = []
        for joint, part in zip(joints, parts, strict=True):
            runs += [Run(joint), *runs_of(part)] if joint else runs_of(part)
        return runs


def _marked(text: str, in_term: bool = False) -> list[Run]:
    """Plain words, `*terms*` and `` `code` `` of a pattern; `in_term` where a term began before."""
    runs: list[Run] = []
    for place, piece in enumerate(text.split("*")):
        kind: RunKind = "term" if (place % 2 == 1) != in_term else "text"
        for part, words in enumerate(piece.split("`")):
            runs += [Run(words, "code" if part % 2 else kind)] if words else []
    return runs


def _merged(runs: Sequence[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].kind == run.kind == "text":
            merged[-1] = Run(merged[-1].text + run.text)
        elif run.text:
            merged.append(run)
    return merged


def _capitalised(runs: Sequence[Run]) -> tuple[Run, ...]:
    """A sentence begins with a capital, unless it begins with a name."""
    if runs and runs[0].kind == "text" and runs[0].text[:1].isascii():
        return (Run(runs[0].text[:1].upper() + runs[0].text[1:]), *runs[1:])
    return tuple(runs)
