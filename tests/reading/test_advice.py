"""Every kind of warning with its place, what gives none, and that building the site is spared them."""

from pathlib import Path

import pytest

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.codes import Code, Severity
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from tests.reading.samples import HEAD, SOURCES, WHOLE, marked

TWENTY_FIVE = " ".join(f"ord{number}" for number in range(25))
NOTE = "notes:\n  - about: {about}\n    text: Källan slutar där.\n"
STRENGTH = "    strengths:\n      - Bra{number}.\n"


def areas(without: str, *, figures: str = "points: 50") -> str:
    """Three areas, the last as ``without`` says, the others with a strength."""
    first = "".join(f"  {number}:\n    points: 50\n" + STRENGTH.format(number=number) for number in (1, 2))
    return f"areas:\n{first}  {without}:\n    {figures}\n"


# A name, the text with a sign before each place, and the codes in the order of the places.
ADVICE_CASES: list[tuple[str, str, list[Code]]] = [
    ("a long strength", WHOLE + f"areas:\n  1:\n    strengths:\n      - ¤{TWENTY_FIVE} till\n", [Code.LONG_TEXT]),
    (
        "a long improvement with its sub-question",
        WHOLE + f"areas:\n  1:\n    improvements:\n      - question: 1.1\n        text: ¤{TWENTY_FIVE} till\n",
        [Code.LONG_TEXT],
    ),
    ("twenty-five words", WHOLE + f"areas:\n  1:\n    strengths:\n      - {TWENTY_FIVE}\n", []),
    ("a long impression", WHOLE + f"areas:\n  1:\n    impression: {TWENTY_FIVE} till\n", []),
    ("points and no strength", WHOLE + areas("¤3"), [Code.NO_STRENGTHS]),
    ("questions and no strength", WHOLE + areas("¤3", figures="questions: {3.1: {points: 4}}"), [Code.NO_STRENGTHS]),
    ("no figures and no strength", WHOLE + areas("3", figures="improvements: [Mer.]"), []),
    ("as many without strengths as with", WHOLE + areas("3") + "  4: {points: 50}\n", []),
    ("figures alone", WHOLE + "areas: {1: {points: 4}, 2: {points: 5}}\n", []),
    ("a note about the area", WHOLE + areas("3") + NOTE.format(about="areas.3"), []),
    ("a note about its strengths", WHOLE + areas("3") + NOTE.format(about="areas.3.strengths"), []),
    ("a note about all areas", WHOLE + areas("3") + NOTE.format(about="areas"), []),
    ("a note about another area", WHOLE + areas("¤3") + NOTE.format(about="areas.1"), [Code.NO_STRENGTHS]),
    ("a note about its points", WHOLE + areas("¤3") + NOTE.format(about="areas.3.points"), [Code.NO_STRENGTHS]),
    ("a visit long before", WHOLE + "visited: ¤2017-12\n", [Code.FAR_YEAR]),
    ("a report long after", WHOLE + "published: ¤2021-01-01\n", [Code.FAR_YEAR]),
    ("a visit the year before, a report the year after", WHOLE + "visited: 2018-01\npublished: 2020-12-31\n", []),
    (
        "the same strength twice",
        WHOLE + "areas:\n  1:\n    strengths:\n      - Bra webb.\n      - Annat.\n      - ¤bra  webb\n",
        [Code.SAME_TEXT],
    ),
    (
        "an improvement that is a strength elsewhere",
        WHOLE + "areas:\n  1:\n    improvements: [Bra webb.]\n  2:\n    strengths:\n      - text: ¤Bra webb!\n",
        [Code.SAME_TEXT],
    ),
    (
        "the same text in impressions and topics",
        WHOLE + "areas: {1: {impression: Bra.}, 2: {impression: Bra.}}\n"
        "examples: [{municipality: Mark, topic: webb}, {municipality: Lomma, topic: webb}]\n",
        [],
    ),
    ("a year that cannot be read", WHOLE.replace("2019", "nitton") + "visited: 2019-03\n", []),
    ("strengths that cannot be read", WHOLE + areas("3") + "    strengths: inga\n", []),
    (
        "texts that cannot be read",
        WHOLE + "areas:\n  1:\n    strengths:\n" + "      - textt: Bra.\n        page: 1\n" * 2,
        [],
    ),
    ("unsure", WHOLE + "total: 400  # ¤OSÄKER: står som 4OO.\n", [Code.UNSURE]),
    ("unsure without a reason", "# ¤OSÄKER:\n" + WHOLE, [Code.UNSURE]),
    ("not restated", WHOLE + "areas:\n  1:\n    # ¤SKRIV OM: rapportens ord\n    points: 4\n", [Code.NOT_RESTATED]),
    ("the words outside a comment", WHOLE + "summary: 'Bedömningen är OSÄKER: den SKRIV OM: bygger på lite.'\n", []),
    (
        "advice beside problems",
        HEAD + "visited: ¤2012-01\nareas:\n  1:\n    points: x\n    strengths:\n"
        f"      - text: Bra.\n        page: x\n      - text: Annat.\n      - ¤{TWENTY_FIVE} till\n" + SOURCES,
        [Code.FAR_YEAR, Code.LONG_TEXT],
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def adviser(registry: Registry, catalogue: Catalogue) -> EvaluationReader:
    return EvaluationReader(registry, catalogue, advises=True)


@pytest.mark.parametrize(("text", "codes"), [case[1:] for case in ADVICE_CASES], ids=[case[0] for case in ADVICE_CASES])
def test_the_warning_is_where_the_sign_was(adviser: EvaluationReader, text: str, codes: list[Code]) -> None:
    plain, places = marked(text)
    result = adviser.read(plain.encode(), "tingsryd/2019.yaml", "tingsryd", "2019")
    assert [(warning.code, warning.place) for warning in result.advice] == list(zip(codes, places, strict=True))


def test_a_warning_is_no_problem(adviser: EvaluationReader, reader: EvaluationReader) -> None:
    text = (WHOLE + "visited: 2012-01\n").encode()
    advised = adviser.read(text, "tingsryd/2019.yaml", "tingsryd", "2019")
    assert advised.problems == ()
    assert advised.evaluation is not None
    assert [warning.code.severity for warning in advised.advice] == [Severity.WARNING]
    assert reader.read(text, "tingsryd/2019.yaml", "tingsryd", "2019").advice == ()


def test_the_first_of_two_texts_is_named_by_its_line(adviser: EvaluationReader) -> None:
    text = WHOLE + "areas:\n  1:\n    strengths:\n      - Bra.\n      - Bra.\n"
    [warning] = adviser.read(text.encode(), "p", "tingsryd", "2019").advice
    assert warning.text(str) == "The same text stands on line 11 already. Keep it where it belongs."


@pytest.mark.parametrize("end", ["", ".", "?", "!"])
def test_what_is_unsure_is_said(adviser: EvaluationReader, end: str) -> None:
    text = WHOLE + f"total: 400 # OSÄKER: i kolumn X{end}\n"
    [warning] = adviser.read(text.encode(), "p", "tingsryd", "2019").advice
    assert "i kolumn X. Compare" in warning.text(str)


def test_the_real_files_give_no_false_alarm(adviser: EvaluationReader, archive: Path) -> None:
    found = [
        (path.parent.name, path.stem, warning.code)
        for path in sorted(archive.glob("*/*.yaml"))
        for warning in adviser.read(path.read_bytes(), path.name, path.parent.name, path.stem).advice
    ]
    assert found == []
