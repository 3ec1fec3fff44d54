"""The reference pages as a contract: what the code has is described, and what is described exists."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin
from unittest.mock import Mock

import click
import pytest
import yaml

import kompass_sphinx
from kompass_sphinx.cli import COMMANDS, kompass
from kompass_sphinx.exports.json_twin import archive_text, as_text, evaluation_json
from kompass_sphinx.model.definition import fields_of, is_part
from kompass_sphinx.model.evaluation import Evaluation, Source
from kompass_sphinx.reading.codes import Code
from kompass_sphinx.reading.register import COLUMNS
from kompass_sphinx.site.domain import KompassDomain
from kompass_sphinx.views.catalogue import FRAGMENTS
from kompass_sphinx.views.keys import PARTS, keys
from kompass_sphinx.views.reference import problems, warnings
from tests.archives import catalogue, context_of, real_archive

ROOT = Path(__file__).parent.parent

IN_CODE = re.compile(r"`+ ?([^`]+?) ?`+")
HEADING = re.compile(r"#+ (.*)")


@cache
def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def tables(path: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Every table of a page: the heading above it, and its rows' cells by the first one's text in code."""
    heading, rows = "", dict[str, list[str]]()
    for line in [*text_of(path).splitlines(), ""]:
        if found := HEADING.fullmatch(line):
            heading = found[1]
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("| ") else []
        if cells and (name := IN_CODE.match(cells[0])):
            rows[name[1]] = cells
        elif rows and not cells:
            yield heading, rows
            rows = {}


def models_below(annotation: Any) -> Iterator[type]:
    """The models that a type is made of, and those that their fields are made of."""
    if is_part(annotation):
        yield annotation
        for field in fields_of(annotation).values():
            yield from models_below(field.annotation)
    for part in get_args(annotation):
        yield from models_below(part)


def words_of(annotation: Any) -> set[str]:
    """The words that a type allows."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return set[str]().union(*map(words_of, get_args(annotation)))


MODELS = sorted(set(models_below(Evaluation)), key=lambda model: model.__name__)


def test_every_setting_is_described() -> None:
    app = Mock()
    kompass_sphinx.setup(app)
    added = {call.args[0]: call.args[1] for call in app.add_config_value.call_args_list}
    described = re.findall(r"^## `(\w+)`$", text_of("docs/reference/settings.md"), re.MULTILINE)
    assert sorted(described) == sorted(added)
    for default in added.values():
        assert f'`"{default}"`' in text_of("docs/reference/settings.md")


def test_every_option_of_the_theme_is_described() -> None:
    theme = tomllib.loads(text_of("kompass_sphinx/theme/kompass/theme.toml"))
    section = text_of("docs/reference/settings.md").partition("## Temats inställningar\n")[2]
    described = dict(re.findall(r"^### `(\w+)`\n\n(.+)$", section, re.MULTILINE))
    assert described.keys() == theme["options"].keys()
    for name, default in theme["options"].items():
        assert f'Utan inställning: `"{default}"`' in described[name]


def test_every_view_is_described_with_its_argument() -> None:
    described = next(rows for _, rows in tables("docs/reference/directives.md") if "compass" in rows)
    assert described.keys() == FRAGMENTS.keys()
    for name, cells in described.items():
        assert cells[0].endswith("*tema*") == FRAGMENTS[name].needs_theme, name


def test_every_theme_is_named() -> None:
    line = next(line for line in text_of("docs/reference/directives.md").splitlines() if line.startswith("Teman:"))
    assert IN_CODE.findall(line) == list(catalogue().themes)


def test_every_role_and_the_directive_are_described() -> None:
    described = next(rows for _, rows in tables("docs/reference/directives.md") if "kompass:area" in rows)
    assert described.keys() == {f"kompass:{role}" for role in KompassDomain.roles}
    assert "## Direktivet `kompass:view`" in text_of("docs/reference/directives.md")


def test_every_part_of_a_file_has_its_keys_on_the_page_of_the_format() -> None:
    shown = re.findall(r"^```\{kompass:view\} keys-(\w+)\n```$", text_of("docs/reference/format.md"), re.MULTILINE)
    assert shown == list(PARTS)
    assert set(PARTS.values()) == set(MODELS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_of_a_file_is_described_in_swedish_with_its_words(model: type) -> None:
    rows = {row.key: row for row in keys(context_of(real_archive()), model)}
    assert list(rows) == list(fields_of(model))
    for name, field in fields_of(model).items():
        assert rows[name].is_required == field.is_required()
        assert rows[name].description not in ("", field.description)
        assert words_of(field.annotation) <= set(re.findall(r"\w+", rows[name].description)), name


def test_every_column_of_the_register_is_described_and_no_other() -> None:
    [(heading, rows)] = [(heading, rows) for heading, rows in tables("docs/reference/format.md")]
    assert (heading, list(rows)) == ("Registret över kända utvärderingar", list(COLUMNS))


def test_five_keys_must_be_there() -> None:
    required = [
        name for model in (Evaluation, Source) for name, field in fields_of(model).items() if field.is_required()
    ]
    assert required == ["municipality", "year", "edition", "sources", "title", "kind"]
    assert "Bara fem nycklar måste finnas, och en av dem är källans titel." in text_of("docs/reference/format.md")


def test_every_file_that_belongs_beside_the_evaluations_is_named() -> None:
    section = text_of("docs/reference/format.md").partition("## Andra filer i mappen")[2]
    beside = {path.name for path in (ROOT / "evaluations").iterdir() if path.is_file()}
    assert beside == {name for name in IN_CODE.findall(section) if "." in name or name.isupper()}


def test_every_problem_is_on_the_page_of_problems_in_swedish() -> None:
    for view in ("problems", "warnings"):
        assert f"```{{kompass:view}} {view}\n```" in text_of("docs/reference/problems.md")
    context = context_of(real_archive())
    listed = (*problems(context), *warnings(context))
    assert [entry.code for entry in listed] == [code.value for code in Code]
    for entry, code in zip(listed, Code, strict=True):
        assert entry.meaning != code.meaning
        assert entry.remedy != code.remedy


def sections(path: str) -> dict[str, str]:
    """What stands under each heading of the second level that is in code."""
    parts = re.split(r"^## `(.+)`$", text_of(path), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_command_argument_and_option_is_described_and_no_other() -> None:
    described = sections("docs/reference/command.md")
    assert list(described) == [f"kompass {name}" for name in COMMANDS]
    for name in COMMANDS:
        command = kompass.get_command(click.Context(kompass), name)
        assert command is not None
        section = described[f"kompass {name}"]
        rows = re.findall(r"^`([^`]+)`\n: (.+)$", section, re.MULTILINE)
        options = {option: one for one in command.params if isinstance(one, click.Option) for option in one.opts}
        assert {row for row, _ in rows if row.startswith("-")} == options.keys()
        arguments = [one for one in command.params if isinstance(one, click.Argument)]
        assert len([row for row, _ in rows if not row.startswith("-")]) == len(arguments)
        for row, words in rows:
            kind = options[row].type if row in options else None
            if isinstance(kind, click.Choice):
                assert set(kind.choices) <= set(IN_CODE.findall(words))
        assert f"$ kompass {name}" in section


def test_the_hook_for_other_repositories_runs_a_command_and_is_described() -> None:
    [hook] = yaml.safe_load(text_of(".pre-commit-hooks.yaml"))
    program, name = hook["entry"].split()
    assert (program, name in COMMANDS) == ("kompass", True)
    assert f"- id: {hook['id']}" in sections("docs/reference/command.md")[f"kompass {name}"]


def keys_of(value: Any, way: str, found: dict[str, set[str]]) -> None:
    """Collect the keys of every object in a JSON value by the way to it: areas[].questions[]."""
    if isinstance(value, list):
        for part in value:
            keys_of(part, f"{way}[]", found)
    elif isinstance(value, dict):
        for key, part in value.items():
            if not key.isdecimal():  # an edition in place of a key
                found[way].add(key)
                keys_of(part, f"{way}.{key}".removeprefix("."), found)


TABLES = {
    "": "Alla utvärderingar",
    "evaluations[]": "En utvärdering",
    "editions[].total_first": "editions[].total",
    "editions[].total_repeated": "editions[].total",
}
"""Objects of the JSON whose table is under another heading than their way."""


def test_every_key_of_the_json_is_described_and_no_other() -> None:
    collected: dict[str, set[str]] = defaultdict(set)
    archive = real_archive()
    written = "".join(archive_text(archive, (as_text(evaluation_json(archive, one)) for one in archive), "Påhittat"))
    keys_of(json.loads(written), "", collected)
    used: dict[str, set[str]] = defaultdict(set)
    for way, found in collected.items():
        used[TABLES.get(way, way.removeprefix("evaluations[]."))] |= found
    described = {
        (IN_CODE.findall(heading) or [heading])[-1]: set(rows) for heading, rows in tables("docs/reference/json.md")
    }
    assert described == used


def commands_in(path: str) -> set[str]:
    """The targets of make that a page names, in code."""
    code = re.findall(r"```.*?```|`[^`]+`", text_of(path), re.DOTALL)
    return set(re.findall(r"\bmake ([a-z]+)", "\n".join(code)))


def targets() -> dict[str, str]:
    """The commands that `make help` lists, with what it says of them."""
    return dict(re.findall(r"^([a-z]+):.*## (.+)$", text_of("Makefile"), re.MULTILINE))


@pytest.mark.parametrize(
    "path",
    ["README.md", "CONTRIBUTING.md", *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md"))],
)
def test_every_command_that_a_page_names_exists(path: str) -> None:
    assert commands_in(path) <= targets().keys()


def test_the_first_pages_name_the_commands() -> None:
    assert {"html", "test", "help"} <= commands_in("README.md")
    assert {"html", "test", "lint", "live", "messages", "lock"} <= commands_in("CONTRIBUTING.md")
    assert targets().keys() == set(
        re.findall(r"[a-z]+", text_of("Makefile").partition(".PHONY:")[2].partition("\n")[0])
    )


def test_every_room_is_in_the_table_of_rooms() -> None:
    described = next(rows for _, rows in tables("CONTRIBUTING.md") if "model/" in rows)
    data_alone = {"data", "locale"}
    rooms = {path.name for path in (ROOT / "kompass_sphinx").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert described.keys() == {f"{room}/" for room in rooms - data_alone}


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "evaluations/README.md"])
def test_links_between_files_lead_somewhere(path: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", text_of(path))
    for link in links:
        assert (ROOT / path).parent.joinpath(link).exists(), link


def test_the_changelog_says_what_is_new() -> None:
    unreleased = text_of("CHANGELOG.md").partition("## Unreleased\n")[2].partition("\n## ")[0]
    assert re.findall(r"^- ", unreleased, re.MULTILINE)


def test_decisions_are_numbered_without_a_gap_and_alike() -> None:
    paths = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    for number, path in enumerate(paths, start=1):
        text = path.read_text(encoding="utf-8").removeprefix("---\nnosearch: true\n---\n\n")
        assert path.name.startswith(f"{number:04d}-")
        assert text.startswith(f"# {number}. ")
        assert re.findall(r"^## (.*)", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
