"""Set-up happens once, again only for a reason, and never twice at the same time."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.unit.house.tree import ROOT


@pytest.fixture
def set_up(tmp_path: Path) -> ModuleType:
    """`tools/set_up.py` of a small tree of its own."""
    for folder in ("tools", "requirements"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / "tools" / "set_up.py", tmp_path / "tools")
    for name in ("run", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"# {name}\n")
    for name in ("pyproject.toml", "hatch_build.py"):
        (tmp_path / name).write_text("# nothing yet\n")
    spec = importlib.util.spec_from_file_location("set_up_of_small_tree", tmp_path / "tools" / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _stand(set_up: ModuleType, **changed: str) -> None:
    """A `.venv` as a set-up that ended leaves it."""
    set_up.PYTHON.parent.mkdir(parents=True, exist_ok=True)
    set_up.PYTHON.touch()
    set_up.STAMP.write_text(json.dumps({**set_up._wanted(("run", "dev")), **changed}))


def test_a_set_up_that_stands_is_left_alone(set_up: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    _stand(set_up)
    set_up.set_up("run", "dev")
    assert capsys.readouterr().out == ""
    assert set_up._unfit(set_up._stamp()) == ""


def test_the_reason_for_a_new_one_is_told(set_up: ModuleType) -> None:
    assert set_up._unfit(set_up._stamp()) == "there is none yet"
    _stand(set_up, python="3.10.0 linux x86_64")
    assert set_up._unfit(set_up._stamp()).startswith("its python was 3.10.0 linux x86_64, now it is ")
    _stand(set_up, folder="/elsewhere")
    assert "its folder was /elsewhere" in set_up._unfit(set_up._stamp())
    _stand(set_up)
    set_up.LOCKS["dev"].write_text("# other\n")
    assert set_up._unfit(set_up._stamp()) == "the packages in requirements/dev.txt have changed"


@pytest.mark.parametrize("stamp", ["", "{", "[]"])
def test_a_set_up_that_broke_off_is_made_anew(set_up: ModuleType, stamp: str) -> None:
    _stand(set_up)
    set_up.STAMP.write_text(stamp)
    assert set_up._unfit(set_up._stamp()) == "the last set-up did not end"


def test_a_python_that_went_away_is_noticed(set_up: ModuleType) -> None:
    _stand(set_up)
    set_up.PYTHON.unlink()
    assert set_up._unfit(set_up._stamp()) == "the last set-up did not end"


def test_two_runs_do_not_set_up_at_once(set_up: ModuleType) -> None:
    ask = (
        f"import sys; sys.path.insert(0, {str(set_up.ROOT / 'tools')!r}); import set_up; "
        "file = (set_up.ROOT / '.venv.lock').open('a+b'); print(set_up._locked(file.fileno()))"
    )
    with set_up._alone():
        held = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
    free = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
    assert (held, free) == ("False", "True")


def test_a_failed_download_says_what_to_do(set_up: ModuleType) -> None:
    set_up.PYTHON.parent.mkdir(parents=True)
    set_up.PYTHON.symlink_to(sys.executable)
    with pytest.raises(set_up.SetUpFailed, match="Set-up needs the network once"):
        set_up._pip("install", "--no-index", "--require-hashes", "--requirement", str(set_up.ROOT / "absent.txt"))
