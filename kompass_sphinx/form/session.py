"""One file being edited: what is shown for it, what is checked as one types, and saving it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.form.actions import acted
from kompass_sphinx.form.choices import Choices, chosen_edition
from kompass_sphinx.form.document import Document, document_of
from kompass_sphinx.form.draft import Draft, draft_from, draft_of
from kompass_sphinx.form.draft_value import value_of
from kompass_sphinx.form.empty_parts import tidied, tidied_origins
from kompass_sphinx.form.field_names import FieldNames
from kompass_sphinx.form.form_builder import FormBuilder
from kompass_sphinx.form.page import FormPage
from kompass_sphinx.form.place_names import PlaceNames
from kompass_sphinx.form.preview import Preview, archive_around
from kompass_sphinx.form.problems import FieldPlaces
from kompass_sphinx.form.sheets import Sheets
from kompass_sphinx.form.told import NEXT_MARK, Told, tell
from kompass_sphinx.form.whole_number import whole_number
from kompass_sphinx.language import Language
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.marks import RESTATE, UNSURE
from kompass_sphinx.reading.whole_files import replace_file
from kompass_sphinx.templates import Renderer

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form that was sent says: the file's new bytes, with its draft unless it was sent as text.

    ``base`` is what its fields were made of, ``seen`` tells what the file held when it was opened.
    """

    base: Document
    draft: Draft | None
    data: bytes
    seen: str


class Session:
    """The file at ``path``, edited in one or several windows."""

    def __init__(self, path: Path, reader: EvaluationReader, language: Language) -> None:
        self._path = path
        self._reader = reader
        self._language = language
        self._lock = Lock()
        # What windows were opened on, so that each change is made to the text that it was made for.
        self._bases: dict[str, Document] = {}
        renderer = Renderer(language, Frames(None))
        self._preview = Preview(archive_around(path, reader), language, renderer)
        self._sheets = Sheets(language, renderer)

    def opened(self, message: str = "", *, as_text: bool = False) -> str:
        """The page of the file as it is now."""
        document = self._read()
        return self._shown(_answer_as_is(document, document.digest, as_text=as_text), message)

    def knows(self, pairs: Pairs) -> bool:
        """Whether what was sent belongs to a page that this form has shown."""
        fields = dict(pairs)
        base = self._bases.get(fields.get("digest", ""))
        return base is not None and (base.value is not None or "text" in fields)

    def preview(self) -> str:
        """The evaluation's page, of the file as it is now."""
        return self._sheets.preview(self._preview.html(_text(self._read().data)))

    def checked(self, pairs: Pairs) -> dict[str, Any]:
        """What is wrong with a form as it stands, by field and as a list, and the page it would make."""
        answer = self._answer(pairs)
        told = self._told(answer)
        return {
            "problems": told.by_name,
            "list": self._sheets.problem_list(told),
            "count": told.problems + told.advice,
            "message": self._count(told),
            "changed": hashlib.sha256(answer.data).hexdigest() != answer.seen,
            "preview": self._sheets.preview_body(self._preview.html(_text(answer.data))),
        }

    def sent(self, pairs: Pairs) -> str:
        """The page after a button was pressed."""
        action, _, rest = dict(pairs).get("do", "save").partition(" ")
        answer = self._answer(pairs)
        if action == "save":
            return self._saved(answer, answer.seen)
        if action == "overwrite":
            return self._saved(answer, rest)
        message = self._language.gettext("Not saved yet.")
        if action == "tidy" and answer.base.value is not None:
            said = document_of(answer.data)
            assert said.value is not None, "a form makes what a form can show"
            data = said.changed(tidied(said.value), tidied_origins(said.value))
            return self._shown(self._made(data, answer), message)
        if action == "settle":
            return self._shown(self._made(_settled(answer.data, rest), answer), message)
        if answer.draft is not None:
            answer = self._answer_of(answer.base, acted(answer.draft, action, rest), answer.seen)
        return self._shown(answer, message, open_at=rest)

    def _made(self, data: bytes, answer: Answer) -> Answer:
        """An answer whose fields are made anew of a text that has not been saved."""
        document = document_of(data)
        self._bases[document.digest] = document
        return _answer_as_is(document, answer.seen, as_text=answer.draft is None)

    def _saved(self, answer: Answer, expected: str) -> str:
        with self._lock:
            now = self._read()
            if now.digest != expected and now.data != answer.data:
                return self._shown(answer, self._language.gettext("Not saved."), conflict=now)
            if now.data != answer.data:
                replace_file(self._path, answer.data, is_precious=True)
        message = " ".join((self._language.gettext("Saved."), self._count(self._told(answer))))
        return self.opened(message, as_text=answer.draft is None)

    def _answer(self, pairs: Pairs) -> Answer:
        fields = dict(pairs)
        base, seen = self._bases[fields["digest"]], fields.get("seen", "")
        if "text" in fields:
            return Answer(base, None, _as_file(fields["text"], base), seen)
        return self._answer_of(base, draft_from(pairs), seen)

    def _answer_of(self, base: Document, draft: Draft, seen: str) -> Answer:
        assert base.value is not None, "fields are only shown of what can be shown"
        return Answer(base, draft, base.changed(*value_of(draft, base.value)), seen)

    def _read(self) -> Document:
        document = document_of(self._path.read_bytes())
        return self._bases.setdefault(document.digest, document)

    def _told(self, answer: Answer) -> Told:
        result = self._reader.read(answer.data, self._path.as_posix(), self._path.parent.name, self._path.stem)
        draft = answer.draft or Draft()
        names = FieldNames(draft, answer.base.value or {}, chosen_edition(draft, self._reader.catalogue))
        places = FieldPlaces(_text(answer.data)) if document_of(answer.data).value is not None else None
        problems, advice = (
            [(one, places.at(one) if places else ()) for one in found] for found in (result.problems, result.advice)
        )
        return tell(problems, advice, names.about, PlaceNames(self._language))

    def _count(self, told: Told) -> str:
        language = self._language
        sentences = []
        if told.problems:
            sentences.append(language.ngettext("%(count)s thing to mend.", "%(count)s things to mend.", told.problems))
        else:
            sentences.append(language.gettext("Nothing to mend."))
        if told.advice:
            sentences.append(
                language.ngettext("%(count)s thing to look at.", "%(count)s things to look at.", told.advice)
            )
        counts = (told.problems, told.advice)
        filled = (
            sentence % {"count": language.count(count)} for sentence, count in zip(sentences, counts, strict=False)
        )
        return " ".join(map(language.capitalized, filled))

    def _shown(self, answer: Answer, message: str, open_at: str = "", conflict: Document | None = None) -> str:
        told = self._told(answer)
        draft, catalogue = answer.draft or Draft(), self._reader.catalogue
        choices = Choices(catalogue, chosen_edition(draft, catalogue), self._language)
        builder = FormBuilder(draft, told, choices, self._language)
        page = FormPage(
            title=self._title(answer),
            path=self._path.as_posix(),
            language=self._language.code,
            digest=answer.base.digest,
            seen=answer.seen,
            message=message or self._count(told),
            facts=builder.facts(),
            lists=builder.lists(),
            areas=builder.areas(),
            benchmarks=_benchmarks(answer.base),
            municipalities=tuple(one.name for one in self._reader.registry.by_name.values()),
            told=told,
            open_at=open_at,
            text=None if answer.draft else _text(answer.data),
            can_be_form=answer.base.value is not None,
            conflict=_text(answer.data) if conflict else "",
            changed_to=conflict.digest if conflict else "",
        )
        return self._sheets.form(page)

    def _title(self, answer: Answer) -> str:
        draft = answer.draft or Draft()
        parts = [draft.values.get((key,), "") for key in ("municipality", "year")]
        return " ".join(filter(None, parts)) or self._language.gettext("Evaluation")


def _answer_as_is(document: Document, seen: str, *, as_text: bool) -> Answer:
    """A document as it stands: in fields where it can be, unless its text is asked for."""
    draft = None if as_text or document.value is None else draft_of(document.value)
    return Answer(document, draft, document.data, seen)


def _settled(data: bytes, places: str) -> bytes:
    """The file without some marks, each named by its line and what it begins with."""
    # The last one first: a comment that is a line of its own may take its line with it.
    for place in reversed(places.split(NEXT_MARK)):
        line, _, mark = place.partition(" ")
        document = document_of(data)
        number = whole_number(line)
        if number is not None and mark in (UNSURE, RESTATE) and document.value is not None:
            data = document.without_comment(number, mark)
    return data


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")


def _as_file(text: str, base: Document) -> bytes:
    """A text as it was typed, with the line ends and the byte order mark that the file has."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\r\n" in base.text:
        lines = lines.replace("\n", "\r\n")
    mark = "\ufeff" if base.text.startswith("\ufeff") else ""
    new = mark + lines
    return base.data if new == base.text else new.encode()


def _benchmarks(base: Document) -> tuple[str, ...]:
    """The labels of the comparison figures, which the form keeps as they are."""
    found = base.value.get("benchmarks") if base.value else None
    items = found if isinstance(found, list) else []
    return tuple(str(item["label"]) for item in items if isinstance(item, dict) and item.get("label"))
