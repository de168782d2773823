"""`tenun.analysis` as a user meets it: every promised name, and nothing heavy before it is asked for."""

import subprocess
import sys

import pytest

import tenun.analysis
from tenun.messages.analysis import MESSAGES

HEAVY = ("numpy", "scipy", "pandas", "datasketch", "altair")


@pytest.mark.parametrize("name", tenun.analysis.__all__)
def test_every_promised_name_is_there_and_documented(name: str) -> None:
    assert getattr(tenun.analysis, name).__doc__
    assert name in dir(tenun.analysis)


def test_a_name_that_is_not_promised_is_missing() -> None:
    with pytest.raises(AttributeError, match="no attribute 'kappa_of_everything'"):
        _ = tenun.analysis.kappa_of_everything


def test_importing_it_loads_nothing_heavy() -> None:
    program = f"import sys, tenun.analysis; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_agreement_and_attestation_load_no_pandas() -> None:
    program = (
        "import sys; from tenun.analysis.attestation import attestation; from tenun.analysis import krippendorff_alpha;"
        "attestation([3, 1], 4); krippendorff_alpha([[1, 2], [1, 1]]); print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_says_the_same_in_both_languages(code: str) -> None:
    message = MESSAGES[code]
    assert message.en
    assert message.id
    assert message.en != message.id
    assert bool(message.hint_en) == bool(message.hint_id)
    for english, indonesian in ((message.en, message.id), (message.hint_en, message.hint_id)):
        assert placeholders(english) == placeholders(indonesian)


def placeholders(words: str) -> set[str]:
    return {part.partition("}")[0] for part in words.split("{")[1:]}
