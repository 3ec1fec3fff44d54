"""What the form shows, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.form.told import Told


@dataclass(frozen=True, slots=True)
class Field:
    """A field: ``options`` are the values to choose from, each with what it is called; nothing for free text."""

    name: str
    label: str
    control: str
    value: str
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """A list item: its fields, and the name and value of the hidden field that says where it comes from."""

    name: str
    legend: str
    origin_name: str
    origin: str
    fields: tuple[Field, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of the file."""

    name: str
    legend: str
    hint: str
    add: str
    rows: tuple[RowView, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A sub-question and its two figures; ``description`` and ``maximum`` may be empty."""

    number: str
    name: str
    description: str
    maximum: str
    points: Field
    percent: Field


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area with all that the file says of it; ``glance`` is that in short."""

    name: str
    number: str
    title: str
    glance: str
    fields: tuple[Field, ...]
    questions: tuple[QuestionView, ...]
    findings: tuple[ListView, ...]
    has_problems: bool


@dataclass(frozen=True, slots=True)
class FormPage:
    """The whole page.

    ``digest`` tells which text the fields were made of, ``seen`` what the file held when it was opened. ``text`` is the
    file's text when that is what is edited. ``conflict`` is the text that could not be saved since the file has changed
    meanwhile, to what ``changed_to`` tells.
    """

    title: str
    path: str
    language: str
    digest: str
    seen: str
    message: str
    facts: tuple[Field, ...]
    lists: tuple[ListView, ...]
    areas: tuple[AreaView, ...]
    benchmarks: tuple[str, ...]
    municipalities: tuple[str, ...]
    told: Told
    open_at: str
    text: str | None
    can_be_form: bool
    conflict: str
    changed_to: str
