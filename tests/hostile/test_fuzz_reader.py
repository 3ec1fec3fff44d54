"""Any bytes at all through the reader: problems at their places or an evaluation, soon, and never a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given

from kompass_sphinx.reading.problems import LINE_END
from kompass_sphinx.reading.register import read_register
from tests.archives import EVALUATIONS, registry
from tests.hostile.corpus import HostileFile
from tests.hostile.fields import WHOLE, lines
from tests.hostile.mangling import budget, mangled
from tests.hostile.test_reader import faults

FILES = [
    "\n".join(lines(WHOLE, {})).encode() + b"\n",
    *(path.read_bytes()[:6000] for path in sorted(EVALUATIONS.glob("*/*.yaml"))),
]
WORDS = (
    b"&a ", b"*a", b"!!str ", b"!x ", b"<<: ", b"? ", b": ", b":\n", b"- ", b"-\n", b"|\n", b">-\n", b"|9\n", b"---\n",
    b"...\n", b"# ", b"#", b"%YAML 1.1\n", b"~", b"null", b"true", b"{}", b"[]", b"[x, y]", b"{a: b}", b"{x: ", b", ",
    b"\n  ", b"\n\t", b"'", b'"\\', b'"\\ud800"', b'"\\U0010ffff"', b"@", b"`", b"areas:\n  1: {points: 4}\n",
    b"year: 2019\n", b"municipality: Mark\n", b"sources: []\n", b"1.1", b"4.10", b"2019-13-45", b"https://",
    b"https://[::1", b"http://a b", "OSÄKER: x".encode(), b"SKRIV OM:",
)  # fmt: skip


def check(data: bytes) -> None:
    assert faults(HostileFile("any", "this file", data)) == []


@budget
@given(data=mangled(FILES, WORDS))
def test_a_file_of_the_archive_made_wrong(data: bytes) -> None:
    check(data)


REGISTER = b'code,municipality,year,evaluators,source\n0763,Tingsryd,2019,"A; B",s\n1262,Lomma,,,"x ""y"""\n'
COMMAS = (
    b",",
    b'"',
    b'""',
    b",,,,\n",
    b"\r",
    b"0763,Tingsryd,",
    b"2019",
    b"02019",
    b"1262,Lomma,2019,,s\n",
    b";",
    b"\\",
)


@budget
@given(data=mangled([REGISTER], COMMAS))
def test_the_register_made_wrong(data: bytes) -> None:
    known, problems = read_register(data, "known.csv", registry())
    assert all(2002 <= one.year <= 2099 for one in known if one.year is not None)
    for problem in problems:
        assert problem.column == 1
        assert 1 <= problem.line <= len(LINE_END.split(data.decode("utf-8-sig", errors="replace")))
        assert problem.text(str).isprintable()


FOUND: dict[str, bytes] = {
    "no UTF-8 after a line end of old machines": b"\r\x80",
    "no UTF-8 after a byte order mark": b"\xef\xbb\xbfa: \xe5",
}
"""What the test above has found, each mended since."""


@pytest.mark.parametrize("data", FOUND.values(), ids=FOUND)
def test_what_was_found(data: bytes) -> None:
    check(data)
