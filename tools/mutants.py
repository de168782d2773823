"""Mutation testing of the pure statistics: small faults are put in, and the tests must notice.

    python tools/mutants.py [--each 6] [--only PART] [--to FILE]

For every file of `analysis/` and `claims/` some places are drawn (the same in each run), the code is changed there by
one step (a comparison, an operator, a constant, a condition, a result, a statement), and the unit tests of its room
run with the doctests of the file until one fails. What no test notices is a survivor. `--page` writes
`docs/explanation/mutants.md` from the kept result and from the judgements in `tools/mutants_judged.json`.

A process that has imported the libraries forks for each mutant, so that one costs little more than its tests.
"""

from __future__ import annotations

import argparse
import ast
import doctest
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src"
ROOMS = ("tenun/analysis", "tenun/claims")
RESULT = ROOT / "tools" / "mutants.json"
JUDGED = ROOT / "tools" / "mutants_judged.json"
PAGE = ROOT / "docs" / "explanation" / "mutants.md"
SECONDS = 90
LEFT_OUT = {"stopwords.py", "results.py"}
"""Files of words and of plain records, in which there is nothing to compute."""
_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.Pow: ast.Mult,
    ast.And: ast.Or, ast.Or: ast.And, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One fault: where, in which function, what the code said and says, and what came of it."""

    file: str
    function: str
    line: int
    before: str
    after: str
    state: str = ""

    @property
    def name(self) -> str:
        """What names it when lines move."""
        return f"{self.file}::{self.function}: {self.before} -> {self.after}"


class _Places(ast.NodeVisitor):
    """Nodes that can be changed, each with the function it stands in; annotations and docstrings are left alone."""

    def __init__(self) -> None:
        self.found: list[tuple[ast.AST, str]] = []
        self._in: list[str] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name in ("__getattr__", "__dir__"):
            return
        self._in.append(node.name)
        body = node.body[1:] if ast.get_docstring(node) is not None else node.body
        for part in (*node.args.defaults, *filter(None, node.args.kw_defaults), *body):
            self.visit(part)
        self._in.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._in.append(node.name)
        for part in node.body:
            if isinstance(part, ast.FunctionDef):
                self.visit(part)
        self._in.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def generic_visit(self, node: ast.AST) -> None:
        if self._in and _changes(node):
            self.found.append((node, ".".join(self._in)))
        super().generic_visit(node)


def _changes(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        return type(node.ops[0]) in _SWAPPED
    if isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign):
        return type(node.op) in _SWAPPED
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool | int | float)
    if isinstance(node, ast.Return):
        return node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None)
    return isinstance(node, ast.IfExp | ast.If | ast.Continue | ast.Raise)


def _change(node: ast.AST) -> ast.AST:
    """The node as it is after the fault; the tree is a copy of its own."""
    if isinstance(node, ast.Compare):
        node.ops[0] = _SWAPPED[type(node.ops[0])]()  # type: ignore[call-overload]
    elif isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign):
        node.op = _SWAPPED[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1  # type: ignore[operator]
    elif isinstance(node, ast.Return):
        node.value = ast.Constant(None)
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    else:
        return ast.copy_location(ast.Pass(), node)
    return node


class _Swap(ast.NodeTransformer):
    def __init__(self, wanted: ast.AST) -> None:
        self.wanted = wanted

    def visit(self, node: ast.AST) -> ast.AST:
        return _change(node) if node is self.wanted else super().generic_visit(node)


def mutants_of(file: Path, each: int) -> Iterator[tuple[Mutant, str]]:
    """Up to `each` faults of a file, drawn by its name, with the source of each."""
    name = file.relative_to(SOURCES).as_posix()
    text = file.read_text("utf-8")
    count = len(_places(ast.parse(text)))
    for at in sorted(random.Random(name).sample(range(count), min(each, count))):  # noqa: S311 - a sample, not a secret
        tree = ast.parse(text)
        node, function = _places(tree)[at]
        before, line = ast.unparse(node).splitlines()[0], getattr(node, "lineno", 0)
        changed = ast.fix_missing_locations(_Swap(node).visit(tree))
        after = "pass" if isinstance(node, ast.Continue | ast.Raise) else ast.unparse(node).splitlines()[0]
        yield Mutant(name, function, line, before, after), ast.unparse(changed)


def _places(tree: ast.AST) -> list[tuple[ast.AST, str]]:
    places = _Places()
    places.visit(tree)
    return places.found


def files() -> list[Path]:
    """The files that are tried."""
    every = sorted(file for room in ROOMS for file in (SOURCES / room).rglob("*.py"))
    return [file for file in every if file.name not in LEFT_OUT]


def tests_of(file: str) -> list[str]:
    """The unit tests of the file's room, those of its own folder first."""
    _, room, *inner = file.split("/")
    folder = ROOT / "tests" / "unit" / room
    own = folder / inner[0] if len(inner) > 1 else folder
    if own.is_dir() and own != folder:
        return [str(own)]
    return [str(path) for path in sorted(folder.glob("test_*.py")) if path.name != "test_method_pages.py"]


def tried(mutant: Mutant, source: str, tree: Path) -> str:
    """What the tests made of a mutant: `killed`, `survived` or `too long`."""
    place = tree / mutant.file
    kept = place.read_text("utf-8")
    place.write_text(source, "utf-8")
    try:
        return _forked(mutant.file, tree)
    finally:
        place.write_text(kept, "utf-8")


def _forked(file: str, tree: Path) -> str:
    child = os.fork()
    if child == 0:
        os.setsid()
        _run_tests(file, tree)
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return "survived" if os.waitstatus_to_exitcode(status) == 0 else "killed"
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "too long"


def _run_tests(file: str, tree: Path) -> None:
    """In a child of its own: run the tests on the changed tree, and end with their exit code."""
    import pytest
    from hypothesis import settings

    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    sys.path[:0] = [str(tree), str(ROOT)]
    settings.register_profile("mutants", database=None, max_examples=30, deadline=None)
    settings.load_profile("mutants")
    # Not by the project's own settings: there, warnings about what was imported early are errors.
    asked = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0"]
    asked += ["--import-mode=importlib", "-c", os.devnull, f"--rootdir={ROOT}"]
    code = int(pytest.main([*asked, *tests_of(file)]))
    module = import_module(file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    os._exit(code or bool(doctest.testmod(module).failed))


def warm() -> None:
    """Import what every mutant needs, once."""
    import hypothesis  # noqa: F401
    import numpy  # noqa: F401
    import pandas  # noqa: F401
    import pytest  # noqa: F401
    import scipy.sparse
    import scipy.stats  # noqa: F401


def main() -> int:
    """Try the mutants, or write the page."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--each", type=int, default=6, help="how many faults a file at most")
    words.add_argument("--only", default="", help="only files whose path holds this")
    words.add_argument("--to", type=Path, default=RESULT, help="where the result goes")
    words.add_argument("--page", action="store_true", help="only write the page from what is kept")
    asked = words.parse_args()
    if not asked.page:
        found = try_all(asked.each, asked.only)
        asked.to.write_text(json.dumps([asdict(one) for one in found], indent=1) + "\n", "utf-8")
    if asked.page or asked.to == RESULT:
        write_page()
    return 0


def try_all(each: int, only: str) -> list[Mutant]:
    """Every drawn mutant with its state; progress goes to the standard error."""
    warm()
    drawn = [pair for file in files() if only in file.as_posix() for pair in mutants_of(file, each)]
    found: list[Mutant] = []
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "src"
        shutil.copytree(SOURCES, tree, ignore=shutil.ignore_patterns("app", "__pycache__"))
        (Path(name) / "examples").symlink_to(ROOT / "examples")
        # One file for each set of tests shows that they pass without a fault.
        for file in {tuple(tests_of(mutant.file)): mutant.file for mutant, _ in drawn}.values():
            if _forked(file, tree) != "survived":
                raise SystemExit(f"the tests of {file} fail without any fault: mend them first")
        for number, (mutant, source) in enumerate(drawn, 1):
            state = tried(mutant, source, tree)
            found.append(Mutant(**{**asdict(mutant), "state": state}))
            if state != "killed":
                print(f"{number}/{len(drawn)} {state}: {mutant.name} (line {mutant.line})", file=sys.stderr, flush=True)
    return found


def write_page() -> None:
    """Scores by room, and every survivor with its judgement."""
    found = [Mutant(**one) for one in json.loads(RESULT.read_text("utf-8"))]
    judged: dict[str, str] = json.loads(JUDGED.read_text("utf-8")) if JUDGED.exists() else {}
    lines = [
        "# Mutants that the tests let live", "",
        "Faults were put into the pure statistics one at a time, and the tests of the room had to notice. This page is",
        "written by `python tools/mutants.py`, which says how places are drawn; the judgements stand in",
        "`tools/mutants_judged.json`. Tests of other rooms, which may notice more, are not run.",
        judged.get("", ""), "",
        "| file | faults | noticed | survived |", "|---|---|---|---|",
    ]  # fmt: skip
    for file in sorted({one.file for one in found}):
        own = [one for one in found if one.file == file]
        left = sum(one.state == "survived" for one in own)
        lines.append(f"| `{file.removeprefix('tenun/')}` | {len(own)} | {len(own) - left} | {left or ''} |")
    alive = [one for one in found if one.state == "survived"]
    lines += [f"| **all** | {len(found)} | {len(found) - len(alive)} | {len(alive)} |", "", "## Survivors, judged", ""]
    for one in alive:
        verdict = judged.get(one.name, "not judged yet")
        lines.append(
            f"- `{one.file.removeprefix('tenun/')}`, `{one.function}`: `{one.before}` → `{one.after}`. {verdict}"
        )
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
