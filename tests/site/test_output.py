"""What is written at the head of scripts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from kompass_sphinx.site.output import signed


@given(st.text(alphabet="*/ x"))
@example("x **// alert(1) //")
def test_no_name_ends_the_comment_that_it_stands_in(name: str) -> None:
    builder: Any = SimpleNamespace(config=SimpleNamespace(project=name))
    text = signed(builder, "data/evaluations.js", "script()")
    assert text.startswith("/* ")
    assert text.removeprefix("/* ").index("*/") == len(text) - len("/* ") - len("*/\nscript()")
