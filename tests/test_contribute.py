"""The contributor's guide keeps what it promises: its commands, marks and templates are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kompass_sphinx.cli import COMMANDS
from kompass_sphinx.language import Language
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.marks import RESTATE, UNSURE
from tests.archives import catalogue, registry

TEXT = (Path(__file__).parents[1] / "docs" / "contribute.md").read_text(encoding="utf-8")
WHOLE_FILES = [
    block for block in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL) if block.startswith("municipality:")
]


@pytest.mark.parametrize("text", WHOLE_FILES, ids=["smallest", "template"])
def test_the_templates_can_be_read_as_they_stand(text: str) -> None:
    name, year = re.findall(r"^(?:municipality|year): (.*)$", text, re.MULTILINE)
    reader = EvaluationReader(registry(), catalogue())
    result = reader.read(text.encode(), "mall.yaml", registry().by_name[name].slug, year)
    assert [problem.text(str) for problem in result.problems] == []


def test_every_mark_is_explained() -> None:
    assert re.findall(r"^`(.*?)`\n: ", TEXT, re.MULTILINE) == [UNSURE, RESTATE]


def test_every_command_of_the_guide_exists() -> None:
    named = set(re.findall(r"(?:`|\$ )kompass ([a-z]+)", TEXT))
    assert named == {"import", "check", "form", "new"}
    assert named <= COMMANDS.keys()


def test_a_form_is_opened_of_a_file_that_was_begun() -> None:
    blocks = re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)
    opening = [block.splitlines() for block in blocks if "kompass form" in block]
    assert opening == [["$ kompass new Arjeplog 2018", "$ kompass form Arjeplog 2018"]]


def test_the_button_of_the_guide_is_called_so() -> None:
    assert Language("sv").gettext("Leave out what is empty") in TEXT


def test_lines_shown_as_good_are_some_fifteen_words() -> None:
    section = TEXT.partition("## Orden: femton, egna")[2].partition("\n## ")[0]
    shown = [quote for quote in re.findall(r"^> (.*)$", section, re.MULTILINE) if not quote.startswith("Kommunen har")]
    shown += [
        line for pair in re.findall(r"Utan (.*)$", section, re.MULTILINE) for line in re.findall(r"\*(.*?)\*", pair)
    ]
    assert len(shown) == 6
    assert [line for line in shown if len(line.split()) > 15] == []
