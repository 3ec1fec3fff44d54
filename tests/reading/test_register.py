from pathlib import Path

import pytest

from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.problems import Code
from kompass_sphinx.reading.register import KnownEvaluation, read_register

HEADER = "code,municipality,year,evaluators,source\n"


def test_the_real_register_is_right(registry: Registry, archive: Path) -> None:
    data = (archive / "known.csv").read_bytes()
    known, problems = read_register(data, "known.csv", registry)
    assert problems == ()
    assert len(known) == 145
    assert known[0].municipality == "Ale"
    assert [one.municipality for one in known if one.year is None]


def test_a_row_becomes_a_known_evaluation(registry: Registry) -> None:
    text = HEADER + '0763,Tingsryd,2019,"A; B (SKL)","Lista, ""x"""\n\n0763,Tingsryd,,,s\n'
    known, problems = read_register(text.encode(), "known.csv", registry)
    assert problems == ()
    assert known == (
        KnownEvaluation("Tingsryd", "0763", 2019, "A; B (SKL)", 'Lista, "x"'),
        KnownEvaluation("Tingsryd", "0763", None, "", "s"),
    )


def test_the_first_and_the_last_year_may_stand(registry: Registry) -> None:
    known, problems = read_register((HEADER + "0763,Tingsryd,2002,,s\n0763,Tingsryd,2099,,s\n").encode(), "p", registry)
    assert ([one.year for one in known], problems) == ([2002, 2099], ())


@pytest.mark.parametrize(
    "row",
    [
        "0763,Tingsryd,2019,x",
        "0763,Tingsryd,2019,x,y,z",
        "763,Tingsryd,2019,,s",
        "0763,Lomma,2019,,s",
        "9999,Tingsryd,2019,,s",
        "0763,Tingsryd,1999,,s",
        "0763,Tingsryd,20190,,s",
        "0763,Tingsryd,²,,s",
        "0763,Tingsryd,02019,,s",
        "0763,Tingsryd,020190,,s",
        "0763,Tingsryd,02019" + "0" * 5000 + ",,s",
        "0763,Tingsryd,2019,,",
        '0763,Tingsryd,2019,"x"y,s',
    ],
)
def test_a_bad_row_is_a_problem_at_its_line_and_the_others_are_read(registry: Registry, row: str) -> None:
    text = f'{HEADER}0763,Tingsryd,2018,"a\nb",s\n{row}\n1262,Lomma,2019,,s\n'
    known, problems = read_register(text.encode(), "known.csv", registry)
    assert [one.municipality for one in known] == ["Tingsryd", "Lomma"]
    assert [(problem.code, problem.place) for problem in problems] == [(Code.REGISTER_ROW, (4, 1))]


def test_other_columns_latin_1_and_nothing(registry: Registry) -> None:
    def first(data: bytes) -> tuple[Code, str]:
        known, problems = read_register(data, "known.csv", registry)
        assert known == ()
        return problems[0].code, problems[0].location

    latin_1 = "0763,Örebro".encode("latin-1")
    assert first(b"municipality,year\n") == (Code.REGISTER_ROW, "known.csv:1:1")
    assert first(HEADER.encode() + latin_1) == (Code.NOT_UTF_8, "known.csv:2:1")
    assert first(HEADER.replace("\n", "\r").encode() + latin_1) == (Code.NOT_UTF_8, "known.csv:2:1")
    assert first(b"") == (Code.EMPTY_FILE, "known.csv:1:1")


def test_lines_may_end_as_other_programs_end_them(registry: Registry) -> None:
    text = HEADER + "0763,Tingsryd,2019,,s\n1262,Lomma,,,s\n"
    one, *others = (read_register(text.replace("\n", end).encode(), "p", registry) for end in ("\n", "\r\n", "\r"))
    assert (len(one[0]), one[1]) == (2, ())
    assert others == [one, one]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "code,municipality\n",
            "The row cannot be read: expected the columns code,municipality,year,evaluators,source.",
        ),
        (
            f"{HEADER}0763\n",
            "The row cannot be read: expected five values: code, municipality, year, evaluators, source.",
        ),
        (
            f"{HEADER}0763,Lomma,2019,,s\n",
            "The row cannot be read: expected a code and a name of the same municipality in the registry.",
        ),
        (f"{HEADER}0763,Tingsryd,1999,,s\n", "The row cannot be read: expected a year such as 2019, or nothing."),
        (f"{HEADER}0763,Tingsryd,2019,,\n", "The row cannot be read: expected a source."),
        (
            "\ufeff" + HEADER + "0763,\udce5",
            "The file is not UTF-8: the byte 0xE5 does not fit here. Save it as UTF-8.",
        ),
    ],
)
def test_the_message_in_full(registry: Registry, text: str, message: str) -> None:
    [problem] = read_register(text.encode(errors="surrogateescape"), "known.csv", registry)[1]
    assert (problem.path, problem.text(str)) == ("known.csv", message)


def test_long_texts_are_cut_and_lines_are_those_of_an_editor(registry: Registry) -> None:
    row = f"0763,Tingsryd,2019,{'a' * 600},{'b' * 600}"
    known, problems = read_register(f"{HEADER}{row}\u2028\n0763\n".encode(), "known.csv", registry)
    assert (len(known[0].evaluators), len(known[0].source)) == (500, 500)
    assert [problem.line for problem in problems] == [3]
