"""Files that go wrong before they are YAML, and the messages in full."""

import time

import pytest

from kompass_sphinx.reading.evaluation_file import MOST_PROBLEMS, EvaluationReader
from kompass_sphinx.reading.places import Places
from kompass_sphinx.reading.problems import LONGEST_IN_MESSAGE, START, Code, Place, Problem, printable
from kompass_sphinx.reading.yaml_text import MOST_BYTES, MOST_KEPT, parse
from tests.reading.samples import WHOLE

RAW_CASES: list[tuple[str, Code, bytes, Place]] = [
    ("nothing", Code.EMPTY_FILE, b"", Place(1, 1)),
    ("white space", Code.EMPTY_FILE, b"\n  \n", Place(1, 1)),
    ("only a byte order mark", Code.EMPTY_FILE, b"\xef\xbb\xbf", Place(1, 1)),
    ("latin-1", Code.NOT_UTF_8, "a: b\nc: å ä\n".encode("latin-1"), Place(2, 4)),
    ("latin-1 after utf-8", Code.NOT_UTF_8, "å: ".encode() + b"\xe5", Place(1, 4)),
    ("latin-1 after old line ends", Code.NOT_UTF_8, b"a: b\rc: \xe5", Place(2, 4)),
    ("utf-16", Code.NOT_UTF_8, WHOLE.encode("utf-16"), Place(1, 1)),
    ("picture", Code.NOT_UTF_8, b"\x89PNG\r\n\x1a\n\x00", Place(1, 1)),
    ("a text alone", Code.WRONG_TYPE, b"hej", Place(1, 1)),
    ("over a mebibyte", Code.TOO_LARGE, b"#" * (MOST_BYTES + 1), Place(1, 1)),
]


@pytest.mark.parametrize(
    ("code", "data", "place"), [case[1:] for case in RAW_CASES], ids=[case[0] for case in RAW_CASES]
)
def test_raw_files(reader: EvaluationReader, code: Code, data: bytes, place: Place) -> None:
    result = reader.read(data, "x/2019.yaml", "x", "2019")
    assert (result.evaluation, result.identity) == (None, None)
    assert [(problem.code, problem.place) for problem in result.problems] == [(code, place)]


def test_the_byte_that_is_not_utf_8_is_named_and_after_a_byte_order_mark_too(reader: EvaluationReader) -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        [problem] = reader.read(mark + b"a: b\nc: \xe5 \xe4", "p", "x", "2019").problems
        assert (problem.location, dict(problem.values)) == ("p:2:4", {"byte": "0xE5"})


def test_a_file_may_be_as_large_as_a_mebibyte_and_no_larger(reader: EvaluationReader) -> None:
    largest = WHOLE.encode() + b"#" * (MOST_BYTES - len(WHOLE.encode()))
    assert reader.read(largest, "p", "tingsryd", "2019").problems == ()
    [problem] = reader.read(largest + b"#", "p", "tingsryd", "2019").problems
    assert problem.text(str) == "The file is larger than 1048576 bytes. Check what ended up there."


def test_as_many_problems_as_are_shown_are_all_shown(reader: EvaluationReader) -> None:
    text = WHOLE + "".join(f"x{number}: 1\n" for number in range(MOST_PROBLEMS))
    problems = reader.read(text.encode(), "p", "tingsryd", "2019").problems
    assert [problem.code for problem in problems] == [Code.UNKNOWN_KEY] * MOST_PROBLEMS


@pytest.mark.parametrize(
    ("old", "new", "identity"),
    [("Tingsryd", '"0763"', ("tingsryd", 2019)), ("Tingsryd", "[]", None), ("2019", "nitton", None)],
)
def test_what_a_file_is_about_is_told_when_it_can_be(
    reader: EvaluationReader, old: str, new: str, identity: tuple[str, int] | None
) -> None:
    text = WHOLE.replace(old, new) + "total: x\n"
    assert reader.read(text.encode(), "p", "tingsryd", "2019").identity == identity


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf" + WHOLE.encode(), WHOLE.replace("\n", "\r\n").encode(), WHOLE.encode() + b"..."]
)
def test_what_other_editors_write_is_read(reader: EvaluationReader, data: bytes) -> None:
    result = reader.read(data, "tingsryd/2019.yaml", "tingsryd", "2019")
    assert result.problems == ()
    assert result.evaluation is not None


def test_lines_count_the_same_with_other_line_ends(reader: EvaluationReader) -> None:
    text = WHOLE + "total: 900\n"
    places = {
        reader.read(text.replace("\n", end).encode(), "", "tingsryd", "2019").problems[0].place
        for end in ("\n", "\r\n", "\r")
    }
    assert places == {Place(8, 8)}


BOMBS = {
    "brackets": "[" * MOST_BYTES,
    "braces": "{a: " * (MOST_BYTES // 4),
    "dashes": "- " * (MOST_BYTES // 2),
    "question marks": "? " * (MOST_BYTES // 2),
    "indentation": "\n".join(" " * depth + "a:" for depth in range(1400)),
    "laughs": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
    "itself": "a: &a [*a]\n",
    "many keys": "".join(f"k{number}: 1\n" for number in range(20_000)),
    "one key": "k: 1\n" * 20_000,
    "one text": "summary: " + "å" * (MOST_BYTES // 2 - 100),
    "one long key": "å" * 1000 + ": 1",
    "control characters": "\x07" * (MOST_BYTES // 8),
    "many items": "sources: [" + "x, " * (MOST_BYTES // 3 - 10) + "]",
    "many parts": "sources: [" + "{}, " * (MOST_BYTES // 4 - 10) + "]",
    "many nothings": "sources: [" + "~, " * (MOST_BYTES // 3 - 10) + "]",
    "many lists": "[" + "[], " * (MOST_BYTES // 4 - 1) + "]",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_what_is_made_to_hurt_does_not(reader: EvaluationReader, text: str) -> None:
    begun = time.process_time()
    result = reader.read(text.encode(), "x/2019.yaml", "x", "2019")
    assert time.process_time() - begun < 10  # seconds; a real file takes a thousandth of one
    assert result.evaluation is None
    assert 0 < len(result.problems) <= MOST_PROBLEMS + 1
    assert all(len(problem.text(str)) < 3 * LONGEST_IN_MESSAGE for problem in result.problems)


@pytest.mark.parametrize("text", ["[" + "~, " * 1500 + "]", "\x07" * 1500])
def test_of_more_problems_than_a_thousand_that_many_are_kept(text: str) -> None:
    assert len(parse(text, "p").problems) == MOST_KEPT == 1000


@pytest.mark.parametrize(("written", "names"), [(["1262"], ["Lomma"]), (["1262", "Mark"], ["Lomma", "Mark"])])
def test_codes_of_municipalities_become_names(reader: EvaluationReader, written: list[str], names: list[str]) -> None:
    examples = "".join(f"  - {{municipality: {one}, topic: mål}}\n" for one in written)
    text = WHOLE.replace("Tingsryd", '"0763"') + "examples:\n" + examples
    evaluation = reader.read(text.encode(), "p", "tingsryd", "2019").evaluation
    assert evaluation is not None
    assert evaluation.municipality == "Tingsryd"
    assert [example.municipality for example in evaluation.examples] == names


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("total: 74,5", 'Expected a figure such as 48 or 74.5 (with a point), found "74,5".'),
        ("totla: 3", "Unknown key totla. Did you mean total?"),
        ("total: 801", "801 is outside 0 to 800. Check the figure against the source."),
        (
            "areas: {1: {questions: {1.1: {points: 4, percent: 15}}}}",
            "Sub-question 1.1 has 4 points, but 15 percent of 15 points is 2. Check both figures against the source.",
        ),
        (
            "areas: {1: {questions: {1.2: {points: 4, percent: 72.5}}}}",
            "Sub-question 1.2 has 4 points, but 72.5 percent of 20 points is 14–15. "
            "Check both figures against the source.",
        ),
        (
            "areas: {1: {points: 60, questions: "
            "{1.1: {points: 2, percent: 15}, 1.2: {points: 10}, 1.3: {percent: 40}, 1.5: {points: 4}}}}",
            "Area 1 has 60 points but its sub-questions 2 (15 %) + 10 + 40 % + ? + 4, where 25–57 would fit. "
            "Check these figures against the source.",
        ),
        (
            "total: 700\nareas: {1: {points: 50}, 2: {points: 40.5}, 4: {points: 0}, 5: {points: 0}}",
            "The total is 700 points but the areas 50 + 40.5 + ? + 0 + 0 + ? + ? + ?, where 90–492 would fit. "
            "Check these figures against the source.",
        ),
        (
            "notes: [{about: areas.1.questions.2.1, text: t}]",
            "areas.1.questions.2.1 names nothing in the format. "
            "After areas.1.questions there can be: 1.1, 1.2, 1.3, 1.4, 1.5.",
        ),
        (
            "notes: [{about: total.5, text: t}]",
            "total.5 names nothing in the format: nothing follows total. End there.",
        ),
        ("examples: [{municipality: Skarpnäck, topic: t}]", None),
    ],
)
def test_the_message_in_full(reader: EvaluationReader, text: str, message: str | None) -> None:
    [problem] = reader.read((WHOLE + text).encode(), "p", "tingsryd", "2019").problems
    assert message is None or problem.text(str) == message
    assert problem.location == f"p:{problem.line}:{problem.column}"


def test_the_message_is_translated_with_what_was_expected_but_not_what_was_found() -> None:
    problem = Problem.at(
        "p", Place(1, 2), Code.WRONG_TYPE, "%(expected)s, not %(found)s", expected="text", found="text"
    )
    swedish = {"%(expected)s, not %(found)s": "%(expected)s, inte %(found)s", "text": "löptext"}
    assert problem.text(swedish.__getitem__) == "löptext, inte text"


def test_in_an_empty_text_everything_is_at_its_start() -> None:
    assert Places("").of(("total",)) == START


def test_problems_are_in_the_order_of_their_places() -> None:
    def problem(path: str, line: int, column: int) -> Problem:
        return Problem.at(path, Place(line, column), Code.TAG, tag="!")

    in_order = [problem("a", 2, 9), problem("a", 10, 1), problem("a", 10, 3), problem("b", 1, 1)]
    assert sorted(in_order) == in_order


def test_what_is_shown_fits_a_line() -> None:
    assert printable("a\nb\x07\ud800") == "a b\\u0007\\ud800"
    assert printable("å" * 500) == "å" * 79 + "…"
    assert printable("å" * 80) == "å" * 80
