"""The register of evaluations known to exist: ``known.csv``."""

from __future__ import annotations

import csv
import io
import marshal
import re
from dataclasses import astuple, dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kompass_sphinx.language import message_id
from kompass_sphinx.model.years import EARLIEST_YEAR, LATEST_YEAR
from kompass_sphinx.reading.problems import LINE_END, START, Code, Place, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kompass_sphinx.model.municipality import Registry

_YEAR = re.compile(r"[0-9]{4}")

COLUMNS = ["code", "municipality", "year", "evaluators", "source"]


@dataclass(frozen=True, slots=True)
class KnownEvaluation:
    """An evaluation that is known to exist. ``year`` is None when the source does not date it.

    ``municipality`` is the registry's name. ``evaluators`` is text as the source has it and may be empty;
    ``source`` is an address or a title.
    """

    municipality: str
    code: str
    year: int | None
    evaluators: str
    source: str


@dataclass(frozen=True)
class Register:
    """The register: the ``digest`` of its file, and its ``rows`` as bytes. Both are empty where there is none."""

    digest: bytes = b""
    rows: bytes | memoryview = b""

    @cached_property
    def known(self) -> tuple[KnownEvaluation, ...]:
        """The evaluations that are known to exist; made when they are first asked for."""
        return tuple(KnownEvaluation(*row) for row in marshal.loads(self.rows)) if self.rows else ()  # noqa: S302 - ours


def packed_register(known: Iterable[KnownEvaluation]) -> bytes:
    """Evaluations that are known to exist, as the ``rows`` of a register."""
    return marshal.dumps([astuple(one) for one in known], 2)


def read_register(
    data: bytes, path: str, registry: Registry
) -> tuple[tuple[KnownEvaluation, ...], tuple[Problem, ...]]:
    """The register's rows that are right, and a problem for each that is not. Never raises for what it holds."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # What it could not read begins after the byte order mark.
        line = len(LINE_END.split(error.object[: error.start].decode()))
        return (), (Problem.at(path, Place(line, 1), Code.NOT_UTF_8, byte=f"0x{error.object[error.start]:02X}"),)
    known: list[KnownEvaluation] = []
    problems: list[Problem] = []
    for line, row in _rows(text):
        read = _known(row, registry) if line > 1 else _header(row)
        if isinstance(read, KnownEvaluation):
            known.append(read)
        elif read:
            problems.append(Problem.at(path, Place(line, 1), Code.REGISTER_ROW, **read))
    if not text.strip():
        problems.append(Problem.at(path, START, Code.EMPTY_FILE))
    return tuple(known), tuple(problems)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            row = []
            yield line, row
            continue
        if row:
            yield line, row


def _header(row: list[str]) -> dict[str, str]:
    return {} if row == COLUMNS else {"expected": message_id("the columns code,municipality,year,evaluators,source")}


@lru_cache(maxsize=4096)  # codes, names, years and sources stand on many rows
def _tidied(value: str) -> str:
    return " ".join(value.split())


def _known(row: list[str], registry: Registry) -> KnownEvaluation | dict[str, str]:
    if len(row) != len(COLUMNS):
        return {"expected": message_id("five values: code, municipality, year, evaluators, source")}
    code, name, year, evaluators, source = map(_tidied, row)
    municipality = registry.by_code.get(code)
    if municipality is None or municipality.name != name:
        return {"expected": message_id("a code and a name of the same municipality in the registry")}
    if year and not (_YEAR.fullmatch(year) and EARLIEST_YEAR <= int(year) <= LATEST_YEAR):
        return {"expected": message_id("a year such as 2019, or nothing")}
    if not source:
        return {"expected": message_id("a source")}
    return KnownEvaluation(name, code, int(year) if year else None, printable(evaluators, 500), printable(source, 500))
