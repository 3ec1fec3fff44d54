"""How alike two texts are."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.likeness import likeness


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.floats(0.01, 1))
def test_it_is_what_they_share_and_nothing_below_the_least(wanted: str, written: str, least: float) -> None:
    shared = SequenceMatcher(None, wanted, written).ratio()
    assert likeness(wanted, written, least) == (shared if shared >= least else 0.0)
