"""What a note may be about: a key of the file, or a path such as areas.8.questions.8.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass_sphinx.language import message_id
from kompass_sphinx.reading.problems import Code, Fault, Loc
from kompass_sphinx.reading.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kompass_sphinx.model.edition import Edition


def check_about(about: str, loc: Loc, edition: Edition | None, shape: Shape) -> Iterator[Fault]:
    """A fault when ``about`` names nothing in the format.

    A list is named as a whole or by its items' keys (benchmarks.areas.6); the value itself need not be
    in the file.
    """
    here = shape
    area = ""
    rest = about.split(".")
    valid: list[str] = []
    while rest:
        while here.items is not None and not here.numbering:
            here = here.items
        if here.numbering and edition is None:
            return  # numbers belong to an edition
        segment = ".".join(rest[:2]) if here.numbering == "question" else rest[0]
        known = _known(here, edition, area)
        if segment not in known:
            yield _fault(about, loc, valid, known)
            return
        area = segment if here.numbering == "area" else area
        rest = rest[segment.count(".") + 1 :]
        valid.append(segment)
        here = here.under(segment) or Shape({})


def _known(here: Shape, edition: Edition | None, area: str) -> tuple[str, ...]:
    if not here.numbering:
        return tuple(here.keys)
    if edition is None:
        return ()
    if here.numbering == "area":
        return tuple(str(number) for number in edition.areas)
    return tuple(edition.areas[int(area)].questions)


def _fault(about: str, loc: Loc, valid: list[str], known: tuple[str, ...]) -> Fault:
    names = ", ".join(known)
    if not valid:
        message = message_id("%(about)s names nothing in the format. A note can be about: %(known)s.")
        return Fault.at(loc, Code.NOTE_ABOUT_NOTHING, message, about=about, known=names)
    if not known:
        message = message_id("%(about)s names nothing in the format: nothing follows %(valid)s. End there.")
        return Fault.at(loc, Code.NOTE_ABOUT_NOTHING, message, about=about, valid=".".join(valid))
    return Fault.at(loc, Code.NOTE_ABOUT_NOTHING, about=about, valid=".".join(valid), known=names)
