"""One file being edited: what is shown for it, what is checked as one types, and saving it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.form.actions import acted
from kompass_sphinx.form.document import Document, document_of, write
from kompass_sphinx.form.draft import Draft, draft_from, draft_of, value_of
from kompass_sphinx.form.page import FormBuilder, FormPage, Told
from kompass_sphinx.form.preview import Preview, archive_around
from kompass_sphinx.form.problems import FieldPlaces
from kompass_sphinx.form.sheets import Sheets
from kompass_sphinx.language import Language
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.templates import Renderer

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form that was sent says: the file's new bytes, with its draft unless it was sent as text."""

    base: Document
    draft: Draft | None
    data: bytes


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
        draft = None if as_text or document.value is None else draft_of(document.value)
        return self._shown(Answer(document, draft, document.data), message)

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
            "count": len(told.entries),
            "message": self._count(told),
            "changed": answer.data != answer.base.data,
            "preview": self._sheets.preview_body(self._preview.html(_text(answer.data))),
        }

    def sent(self, pairs: Pairs) -> str:
        """The page after a button was pressed: saving, or a row more, less or elsewhere."""
        fields = dict(pairs)
        action, _, name = fields.get("do", "save").partition(" ")
        if action in ("save", "overwrite"):
            return self._saved(pairs, fields.get("seen", "") if action == "overwrite" else fields.get("digest", ""))
        draft = acted(draft_from(pairs), action, name)
        answer = self._answer_of(self._base(fields), draft)
        return self._shown(answer, self._language.gettext("Not saved yet."), open_at=name)

    def _saved(self, pairs: Pairs, expected: str) -> str:
        answer = self._answer(pairs)
        with self._lock:
            now = self._read()
            if now.digest != expected and now.data != answer.data:
                return self._shown(answer, self._language.gettext("Not saved."), conflict=now)
            if now.data != answer.data:
                write(self._path, answer.data)
        told = self._told(answer)
        message = " ".join((self._language.gettext("Saved."), self._count(told)))
        return self.opened(message, as_text="text" in dict(pairs))

    def _answer(self, pairs: Pairs) -> Answer:
        fields = dict(pairs)
        base = self._base(fields)
        if "text" in fields:
            return Answer(base, None, _as_file(fields["text"], base))
        return self._answer_of(base, draft_from(pairs))

    def _answer_of(self, base: Document, draft: Draft) -> Answer:
        assert base.value is not None, "fields are only shown of what can be shown"
        return Answer(base, draft, base.changed(*value_of(draft, base.value)))

    def _base(self, fields: dict[str, str]) -> Document:
        return self._bases[fields["digest"]]

    def _read(self) -> Document:
        document = document_of(self._path.read_bytes())
        return self._bases.setdefault(document.digest, document)

    def _told(self, answer: Answer) -> Told:
        slug, year = self._path.parent.name, self._path.stem
        problems = self._reader.read(answer.data, self._path.as_posix(), slug, year).problems
        if answer.draft is None:
            return self._builder(Draft()).tell((problem, ()) for problem in problems)
        places = FieldPlaces(_text(answer.data))
        return self._builder(answer.draft).tell((problem, places.at(problem)) for problem in problems)

    def _builder(self, draft: Draft) -> FormBuilder:
        return FormBuilder(draft, self._reader.registry, self._reader.catalogue, self._language)

    def _count(self, told: Told) -> str:
        count = len(told.entries)
        if not count:
            return self._language.gettext("Nothing to mend.")
        sentence = self._language.ngettext("%(count)s thing to mend.", "%(count)s things to mend.", count)
        return self._language.capitalized(sentence % {"count": self._language.count(count)})

    def _shown(self, answer: Answer, message: str, open_at: str = "", conflict: Document | None = None) -> str:
        told = self._told(answer)
        draft = answer.draft or Draft()
        builder = self._builder(draft)
        page = FormPage(
            title=self._title(answer),
            path=self._path.as_posix(),
            language=self._language.code,
            digest=answer.base.digest,
            message=message or self._count(told),
            facts=builder.facts(told),
            lists=builder.lists(told),
            areas=builder.areas(told),
            benchmarks=_benchmarks(answer.base),
            municipalities=builder.municipalities,
            told=told,
            open_at=open_at,
            text=None if answer.draft else _text(answer.data),
            can_be_form=answer.base.value is not None,
            conflict=_text(answer.data) if conflict else "",
            seen=conflict.digest if conflict else "",
        )
        return self._sheets.form(page)

    def _title(self, answer: Answer) -> str:
        draft = answer.draft or Draft()
        parts = [draft.values.get((key,), "") for key in ("municipality", "year")]
        return " ".join(filter(None, parts)) or self._language.gettext("Evaluation")


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
