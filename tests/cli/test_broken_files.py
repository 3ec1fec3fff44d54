"""More than two hundred broken files, by hand and by slips in the real ones: each has its problem at the right line."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from kompass_sphinx.reading.problems import Code
from tests.archives import EVALUATIONS
from tests.cli.command import run, write
from tests.cli.mutations import Broken, broken_files
from tests.reading.samples import marked
from tests.reading.test_codes import ABOUT_PAGES
from tests.reading.test_folder import FOLDER_CASES
from tests.reading.test_problem_places import CASES
from tests.reading.test_raw_files import RAW_CASES

BY_HAND = [
    Broken(name, "tingsryd/2019.yaml", marked(text)[0], place.line, frozenset(codes))
    for name, text, codes in CASES
    for place in marked(text)[1][:1]
]
BY_SLIP = list(broken_files(EVALUATIONS, rounds=4, seed=4))
Found = dict[str, list[tuple[Code, int]]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What the command says of all broken files in one go, each in an archive of its own."""
    folder = tmp_path_factory.mktemp("broken")
    archives = {}
    for number, broken in enumerate((*BY_HAND, *BY_SLIP)):
        archives[write(folder / f"{number:03}", {broken.file: broken.text})] = broken
    result = run("check", "--format", "json", *archives)
    assert result.exit_code == 1
    problems: Found = defaultdict(list)
    for one in json.loads(result.stdout)["problems"]:
        path = Path(one["path"])
        problems[archives[path.parents[1]].name].append((Code(one["code"].removeprefix("kompass.")), one["line"]))
    return problems


def test_there_are_more_than_two_hundred_of_them_at_least_sixty_by_hand() -> None:
    names = {broken.name for broken in (*BY_HAND, *BY_SLIP)}
    assert len(names) == len(BY_HAND) + len(BY_SLIP)
    assert len(BY_HAND) >= 60
    assert len(names) >= 200


def test_every_code_is_among_them() -> None:
    tried = {code for broken in (*BY_HAND, *BY_SLIP) for code in broken.codes}
    tried |= {code for _, code, _, _ in RAW_CASES} | {code for _, _, places in FOLDER_CASES for code, _ in places}
    assert tried >= {code for code in Code if code.severity == "error"} - ABOUT_PAGES


@pytest.mark.parametrize("broken", [*BY_HAND, *BY_SLIP], ids=lambda broken: broken.name)
def test_the_problem_is_at_its_line(found: Found, broken: Broken) -> None:
    at_the_line = {code for code, line in found[broken.name] if line == broken.line}
    assert at_the_line & broken.codes, found[broken.name]
