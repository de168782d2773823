"""The figures of a ranking by filtering and grouping one table again and again, as one would in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
import pandas as pd

from ranking.study import CODERS, CONFIG, MOTIVES, WEIGHTS
from tenun.analysis.attestation import attestation
from tenun.claims.switches import SWITCHES
from tenun.coding.codebook import Codebook
from tenun.corpus.sources import VOICE_OF_KIND, Source, earliest_day, latest_day


@dataclass(frozen=True)
class PlainFigures:
    """What the plain way finds; lists stand in the order of MOTIVES, consensus orders as tiers from 0."""

    scores: dict[str, list[float]]
    p_first: list[float]
    support_by_view: dict[str, list[int]]
    p_by_view: dict[str, list[float]]
    consensus: set[tuple[int, ...]]
    fragility: int


class Plain:
    """The same figures by filtering and grouping one table again and again."""

    def __init__(self, codings: pd.DataFrame, sources: list[Source], book: Codebook) -> None:
        table = codings[codings["status"] == "accepted"].copy()
        table["motive"] = [book.roll_up(code, set(MOTIVES)) for code in table["code"]]
        table = table[table["motive"].notna()]
        facts = pd.DataFrame([self._facts(source) for source in sources])
        table = table.merge(facts, on="source")
        table["voice"] = table["voice"].fillna(table["default_voice"])
        self.table = table
        self.sources = {source.key: source for source in sources}
        self.root = {source.key: self._root(source.key) for source in sources}

    @staticmethod
    def _facts(source: Source) -> dict[str, object]:
        last = latest_day(source.published)
        return {
            "source": source.key,
            "default_voice": VOICE_OF_KIND[source.kind],
            "synthetic": source.synthetic,
            "early": last is not None and last.isoformat() <= CONFIG.decision.date,
            "letter_weight": WEIGHTS[source.appraisal.reliability if source.appraisal else "F"],
        }

    def _root(self, key: str) -> str:
        while key in self.sources and len(self.sources[key].origins) == 1:
            key = self.sources[key].origins[0]
        return key

    def _compiled(self, key: str) -> bool:
        root = self.sources.get(self.root[key])
        return root is not None and len(root.origins) > 1

    def _witness(self, key: str, on: set[str]) -> str:
        root = self.root[key]
        if "by-institution" in on and not self._compiled(key):
            return str(self.sources[root].publisher) if root in self.sources else root
        return key if "no-grouping" in on and "by-institution" not in on else root

    def admissible(self, on: set[str]) -> pd.DataFrame:
        """The rows that count under the switches, with their witness."""
        t = self.table
        keep = pd.Series(True, index=t.index)
        if "any-actor" not in on:
            keep &= t["actor"] == "own"
        if "any-time" not in on:
            keep &= t["time"].isin(["before", "at"])
        if "any-case" not in on:
            keep &= t["case"].isna() | (t["case"] == "here")
        if "synthetic" not in on:
            keep &= ~t["synthetic"]
        if "compilations" not in on:
            keep &= ~t["source"].map({key: self._compiled(key) for key in self.sources})
        if "no-second-hand" in on:
            keep &= t["voice"] != "analyst"
        if "stated-only" in on:
            keep &= (t["basis"] == "stated") & (t["voice"] != "analyst")
        if "contemporaneous" in on:
            keep &= t["early"]
        rows = t[keep]
        return rows.assign(witness=rows["source"].map({key: self._witness(key, on) for key in self.sources}))

    @staticmethod
    def signs(rows: pd.DataFrame) -> pd.DataFrame:
        """Witnesses x motives, +1, -1 or 0."""
        supported = (rows["polarity"] == "supports").groupby([rows["witness"], rows["motive"]]).any()
        signs = supported.map({True: 1, False: -1}).unstack(fill_value=0)
        return signs.reindex(columns=list(MOTIVES), fill_value=0)

    def views(self, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
        """Signs by each coder, by either, and by both."""
        found = {coder: self.signs(rows[rows["coder"] == coder]) for coder in CODERS}
        common = sorted(set.intersection(*(set(signs.index) for signs in found.values())))
        aligned = [signs.reindex(common) for signs in found.values()]
        same = np.all([signs == aligned[0] for signs in aligned[1:]], axis=0)
        both = aligned[0].where(same, 0)
        return {**found, "either": self.signs(rows), "both": both}

    def figures(self) -> PlainFigures:
        """The ranking's figures, in the study's order of motives."""
        rows = self.admissible(set())
        views = self.views(rows)
        signs = views["either"]
        support = signs.sum()
        scores: dict[str, list[float]] = {
            "passages": [self._passages(rows, motive) for motive in MOTIVES],
            "independent_support": [int(support[motive]) for motive in MOTIVES],
            "weighted_support": [self._weighted(rows, signs, motive) for motive in MOTIVES],
            "breadth": [self._breadth(signs, motive) for motive in MOTIVES],
            "stated_priority": [int(self.signs(rows[rows["priority"] == "first"]).sum()[motive]) for motive in MOTIVES],
        }
        shares = [self._p_first(views[coder]) for coder in CODERS]
        return PlainFigures(
            scores=scores,
            p_first=np.mean(shares, axis=0).tolist(),
            support_by_view={view: [int(s.sum()[m]) for m in MOTIVES] for view, s in views.items()},
            p_by_view={view: list(self._p_first(s)) for view, s in views.items()},
            consensus=self._consensus(list(scores.values())),
            fragility=self._fragility(signs),
        )

    @staticmethod
    def _p_first(signs: pd.DataFrame) -> tuple[float, ...]:
        return attestation([max(0, int(signs[motive].sum())) for motive in MOTIVES], len(signs)).p_first

    @staticmethod
    def _passages(rows: pd.DataFrame, motive: str) -> int:
        chains = 0
        mine = rows[(rows["motive"] == motive) & (rows["polarity"] == "supports")]
        for _, spans in mine.sort_values("start_cp").groupby("representation"):
            reached = -1
            for start, end in zip(spans["start_cp"], spans["end_cp"], strict=True):
                chains += start >= reached
                reached = max(reached, end)
        return chains

    @staticmethod
    def _weighted(rows: pd.DataFrame, signs: pd.DataFrame, motive: str) -> float:
        total = 0.0
        mine = rows[rows["motive"] == motive]
        by_witness = signs[motive].to_dict()
        for witness, own in mine.groupby("witness"):
            sign = by_witness[witness]
            total += sign * own[own["polarity"] == ("supports" if sign > 0 else "opposes")]["letter_weight"].max()
        return total

    def _breadth(self, signs: pd.DataFrame, motive: str) -> int:
        members: dict[str, list[str]] = {}
        for key, root in self.root.items():
            members.setdefault(root, []).append(key)
        sums: dict[str, int] = {}
        for witness, sign in zip(map(str, signs.index), signs[motive], strict=True):
            named = self.sources.get(witness)
            dated = sorted(members.get(witness, [witness]), key=self._date)
            source = named if named is not None else self.sources[dated[0]]
            sums[source.source_class] = sums.get(source.source_class, 0) + int(sign)
        return sum(count > 0 for count in sums.values())

    def _date(self, key: str) -> tuple[str, str]:
        published = self.sources[key].published
        return ("9999" if published is None else str(earliest_day(published)), key)

    @staticmethod
    def _consensus(columns: list[list[float]]) -> set[tuple[int, ...]]:
        """The nearest weak orders, as tiers from 0."""
        best: int | None = None
        found: set[tuple[int, ...]] = set()
        telling = [column for column in columns if max(column) - min(column) > 1e-9]
        for tiers in product(range(len(MOTIVES)), repeat=len(MOTIVES)):
            if set(tiers) != set(range(max(tiers) + 1)):
                continue
            distance = 0
            for column in telling:
                for a, b in combinations(range(len(MOTIVES)), 2):
                    gap = column[b] - column[a]
                    theirs = 0 if abs(gap) <= 1e-9 else 1 if gap > 0 else -1
                    distance += abs((tiers[a] > tiers[b]) - (tiers[a] < tiers[b]) - theirs)
            if best is None or distance < best:
                best, found = distance, set()
            if distance == best:
                found.add(tiers)
        return found

    @staticmethod
    def _fragility(signs: pd.DataFrame) -> int:
        order = signs.sum().sort_values(ascending=False)
        first, needed = order.index[0], []
        for rival in order.index[1:]:
            leads = sorted((signs[first] - signs[rival]).tolist(), reverse=True)
            taken, removed, gap = 0, 0, order[first] - order[rival]
            for lead in leads:
                if taken >= gap:
                    break
                taken, removed = taken + lead, removed + 1
            needed.append(removed)
        return min(needed)

    def rows_of_switches(self) -> dict[str, list[int]]:
        """Support by either under each switch alone, with the headline P(first) it also has to work out."""
        found = {}
        for switch in SWITCHES:
            views = self.views(self.admissible({switch}))
            for coder in CODERS:
                self._p_first(views[coder])
            found[switch] = [int(views["either"][motive].sum()) for motive in MOTIVES]
        return found

    def first_places(self, step: int) -> tuple[dict[str, int], int]:
        """In how many combinations each motive is first; every `step`-th setting of the switches."""
        first, settings = dict.fromkeys(MOTIVES, 0), range(0, 2 ** len(SWITCHES), step)
        for setting in settings:
            on = {name for bit, name in enumerate(SWITCHES) if setting >> bit & 1}
            for signs in self.views(self.admissible(on)).values():
                support = signs.sum()
                for motive in MOTIVES:
                    first[motive] += int(support[motive] == support.max() and support[motive] > 0)
        return first, len(settings)
