"""Guids in their one spelling, one by one and packed."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.errors import InputRefused
from tenun.store.guids import new_guids, packed, pieces, spelled, unpacked


@given(st.lists(st.uuids()))
def test_packing_and_unpacking_gives_the_same_guids(guids: list[uuid.UUID]) -> None:
    spellings = [str(guid) for guid in guids]
    assert unpacked(packed(spellings)) == spellings
    assert pieces(spellings) == [guid.bytes for guid in guids]


def test_new_guids_are_random_uuids_of_version_4() -> None:
    guids = [uuid.UUID(guid) for guid in new_guids(200)]
    assert len(set(guids)) == 200
    assert {guid.version for guid in guids} == {4}
    assert {guid.variant for guid in guids} == {uuid.RFC_4122}


@pytest.mark.parametrize("wrong", ["", "S01", "6446e6d1", "6446e6d1-933a-4e0b-8f00-00000000000g"])
def test_what_is_no_uuid_is_refused(wrong: str) -> None:
    with pytest.raises(InputRefused):
        spelled(wrong)
