from __future__ import annotations

from kompass_sphinx.reading.problems import Code, Place, Problem
from kompass_sphinx.views.file_problems import LONGEST_LINE, MOST_FILES, problem_notice
from kompass_sphinx.views.targets import PROBLEMS, Target
from tests.archives import archive_of, context_of

CONTEXT = context_of(archive_of(), "en")
OWN = "evaluations/mark/2009.yaml"


def problem(path: str, line: int = 1) -> Problem:
    return Problem.at(path, Place(line, 3), Code.STRAY_FILE)


def test_the_lines_around_a_problem_are_shown_as_far_as_the_file_goes() -> None:
    source = "one\r\ntwo\n" + "x" * (LONGEST_LINE + 1) + "\nfour\nfive"
    found = {OWN: [problem(OWN, 1), problem(OWN, 3), problem(OWN, 5), problem(OWN, 9)]}
    own = problem_notice(CONTEXT, found, {}, OWN, source).own
    assert own is not None
    assert [[(line.number, line.text, line.is_meant) for line in shown.lines] for shown in own.problems] == [
        [(1, "one", True), (2, "two", False), (3, "x" * LONGEST_LINE + "…", False)],
        [
            (number, text, number == 3)
            for number, text in enumerate(["one", "two", "x" * LONGEST_LINE + "…", "four", "five"], 1)
        ],
        [(3, "x" * LONGEST_LINE + "…", False), (4, "four", False), (5, "five", True)],
        [],
    ]
    assert [shown.place for shown in own.problems] == [f"Line {line}, column 3" for line in (1, 3, 5, 9)]
    assert own.problems[0].explained == Target(PROBLEMS, Code.STRAY_FILE.value)


def test_a_file_that_cannot_be_read_has_no_lines() -> None:
    own = problem_notice(CONTEXT, {OWN: [problem(OWN)]}, {}, OWN, "").own
    assert own is not None
    assert own.problems[0].lines == ()


def test_other_files_are_listed_with_their_page_or_their_first_problem_and_not_all_of_many() -> None:
    others = {
        f"evaluations/x{number}": [problem(f"evaluations/x{number}", number)] for number in range(1, MOST_FILES + 3)
    }
    page = Target("evaluations/x1")
    notice = problem_notice(CONTEXT, {OWN: [problem(OWN)], **others}, {"evaluations/x1": page}, OWN, "text")
    assert [file.path for file in notice.others] == list(others)[:MOST_FILES]
    assert (notice.others[0].target, notice.others[0].summary) == (page, "1 problem")
    assert notice.others[1].target is None
    assert notice.others[1].summary.startswith("Line 2, column 3: ")
    assert notice.more == "and 2 files more"
    assert problem_notice(CONTEXT, {OWN: [problem(OWN)]}, {}, "", "").own is None
