"""Hashes: known digests, and one spelling for equal values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.text.hashes import canonical_json, sha256_bytes, sha256_json, sha256_text

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_digests_are_those_of_fips_180() -> None:
    assert sha256_bytes(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_text("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_text("é") == sha256_bytes(b"\xc3\xa9")


@given(st.dictionaries(st.text(), plain, max_size=4))
def test_the_order_of_keys_does_not_matter(value: dict[str, object]) -> None:
    assert sha256_json(value) == sha256_json(dict(reversed(value.items())))
    assert canonical_json((1, 2)) == canonical_json([1, 2])


def test_not_a_number_has_no_spelling() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_json({"p": float("nan")})
