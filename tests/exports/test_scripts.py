"""A script that hands over data holds the JSON as it is, but for what a script cannot hold."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.exports.json_twin import as_text, evaluation_json
from kompass_sphinx.exports.scripts import as_script
from tests.archives import archive_of, made_evaluation

PATH = "evaluations/tingsryd/2019.js"


def handed_over(script: str) -> Any:
    """What the script gives to kompass.receive under PATH."""
    start, end = f'kompass.receive("{PATH}", ', ");\n"
    assert script.startswith(start)
    assert script.endswith(end)
    return json.loads(script.removeprefix(start).removesuffix(end))


@given(st.text())
def test_any_text_comes_through_and_the_script_has_no_line_end_within_it(text: str) -> None:
    script = as_script(PATH, as_text({"text": text}))
    assert handed_over(script) == {"text": text}
    assert not {"\n", "\r", "\u2028", "\u2029"} & set(script.removesuffix("\n"))


def test_separators_of_lines_are_escaped() -> None:
    assert as_script(PATH, '"\u2028\u2029"') == f'kompass.receive("{PATH}", "\\u2028\\u2029");\n'


def test_the_twin_of_an_evaluation_is_its_json() -> None:
    evaluation = made_evaluation(total=377, areas={4: {"points": 41, "strengths": ["</script> & <b>påhittat</b>"]}})
    found = evaluation_json(archive_of(evaluation), evaluation)
    assert handed_over(as_script(PATH, as_text(found))) == json.loads(as_text(found))
