"""Files with a line for each evaluation: with the lines that tell of a change, they are as if made anew."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.exports.files import heads_of, line_files, lines_of, makers, twin_path
from kompass_sphinx.exports.json_twin import archive_text
from kompass_sphinx.exports.lines import in_lines, with_lines
from kompass_sphinx.views.data_files import ARCHIVE_FILE
from tests.archive.neighbours import SAME_COUNTY, SAME_GROUP, UNLIKE
from tests.archives import archive_of, context_of, made_evaluation

LISTED = b'{"head":1,"list":[\n["a",1],\n["b",2],\n["c",3]\n]}\n'


@pytest.mark.parametrize(
    ("lines", "content"),
    [
        ({}, LISTED),
        ({'["a",': '["a",7]'}, LISTED.replace(b"1]", b"7]")),
        ({'["b",': '["b",22222]', '["c",': '["c",0]'}, LISTED.replace(b"2]", b"22222]").replace(b"3]", b"0]")),
        ({'{"head"': '{"head":"other","list":['}, LISTED.replace(b"1,", b'"other",')),
        ({'["a",': '["a",9]', '{"head"': '{"head":2,"list":['}, LISTED.replace(b'1,"', b'2,"').replace(b"1]", b"9]")),
        ({'["a",': '["a","å"]'}, LISTED.replace(b"1]", '"å"]'.encode())),
    ],
)  # fmt: skip
def test_lines_are_put_in_place_of_those_with_the_same_beginning(lines: dict[str, str], content: bytes) -> None:
    assert with_lines(LISTED, lines) == content


@pytest.mark.parametrize("beginning", ['["d",', "a", '"head"', '"list"'])
def test_a_beginning_that_no_line_has_is_told(beginning: str) -> None:
    with pytest.raises(KeyError, match=re.escape(beginning)):
        with_lines(LISTED, {beginning: ""})


ENTRIES = ['["a",1]', '["b",2]', '["c",3]']


def test_entries_stand_on_lines_of_their_own() -> None:
    assert f'{{"head":1,"list":[{"".join(in_lines(ENTRIES))}]}}\n'.encode() == LISTED


# So many of one edition that the best quarter is told.
NAMES = (*SAME_GROUP[:4], *SAME_COUNTY[:3], *UNLIKE[:2])
ANNOUNCEMENT = "Allt är påhittat."

_figure = st.integers(0, 20).map(lambda step: step * 5)


@st.composite
def _evaluation(draw: st.DrawFn) -> dict[str, Any]:
    """Figures on two areas and a strength with words."""
    questions = {number: {"percent": draw(_figure)} for number in ("4.2", "4.3")}
    areas = {
        4: {"points": draw(_figure), "questions": questions, "strengths": [f"Påhittat {draw(_figure)}."]},
        6: {"points": draw(_figure)},
    }
    return {"total": draw(st.integers(40, 60)) * 10, "areas": areas}


def texts_of(archive: Archive) -> dict[str, bytes]:
    """The files of many evaluations, by their paths."""
    context = context_of(archive)
    needed = {*line_files(archive.catalogue), *map(twin_path, archive.evaluations)}
    chosen = (maker for maker in makers(context, archive.evaluations) if not needed.isdisjoint(maker.paths))
    texts = dict(file for maker in chosen for file in maker.files())
    twins = (texts[twin_path(key)] for key in archive.evaluations)
    texts[ARCHIVE_FILE] = "".join(archive_text(context.archive, twins, ANNOUNCEMENT))
    return {path: texts[path].encode() for path in line_files(archive.catalogue)}


@settings(max_examples=10)
@given(
    st.lists(_evaluation(), min_size=len(NAMES), max_size=len(NAMES)),
    st.lists(st.tuples(st.integers(0, len(NAMES) - 1), _evaluation()), min_size=1, max_size=3),
)
def test_with_the_lines_of_a_change_files_are_as_made_anew(said: list[Any], edits: list[Any]) -> None:
    versions = [said]
    for at, other in edits:
        versions.append([*versions[-1][:at], other, *versions[-1][at + 1 :]])
    archives = [
        archive_of(*(made_evaluation(name, 2018, 2016, **one) for name, one in zip(NAMES, version, strict=True)))
        for version in versions
    ]
    for (before, after), (at, _) in zip(pairwise(archives), edits, strict=True):
        context, key = context_of(after), after.key(next(one for one in after if one.municipality == NAMES[at]))
        new: dict[str, dict[str, str]] = defaultdict(dict)
        for line in (*lines_of(context, key), *heads_of(context, 2016, {4, 6}, ANNOUNCEMENT)):
            new[line.path][line.beginning] = line.text
        content, expected = texts_of(before), texts_of(after)
        for path in expected:
            assert with_lines(content[path], new[path]) == expected[path], path
