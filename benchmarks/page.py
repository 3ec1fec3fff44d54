"""The part of docs/performance.md that a run makes: where it was made, goals, a plot, the figures.

`python -m benchmarks.page` writes it anew from the results file, after a change of its words.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.goals import Outcome, outcomes
from benchmarks.ours import FEWEST
from benchmarks.plot import plot
from benchmarks.results import FILE, Results, Series, load_results
from kompass_sphinx.language import NO_BREAK_SPACE, Language

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
BEGIN = "% Härifrån skriver make bench: ändra inget."
END = "% Hit skriver make bench."
_PART = re.compile(rf"(?<=^{re.escape(BEGIN)}\n).*?(?=^{re.escape(END)}$)", re.MULTILINE | re.DOTALL)

SUBJECTS = {
    "ours": "Arkivet",
    "floor": "Golvet",
    "hugo": "Hugo",
    "eleventy": "Eleventy",
    "myst": "Sphinx med MyST",
    "empty": "Tomt Sphinx-projekt",
}
STEPS = {
    "full": "allt",
    "unchanged": "inget ändrat",
    "figure": "en ändrad siffra",
    "text": "en ändrad text",
    "added": "en ny",
    "removed": "en borttagen",
}
_SWEDISH = Language("sv")
_NOTHING = "–"


def write_page(results: Results, page: Path) -> None:
    """Put the part that the results make between the marks of the page. Raises ValueError for a page without them."""
    text = page.read_text(encoding="utf-8")
    if not _PART.search(text):
        raise ValueError(f"{page} lacks the lines between which the results are to stand.")
    page.write_text(_PART.sub(lambda _: f"\n{made_part(results)}\n", text), encoding="utf-8")


def part_of(page: Path) -> str:
    """What stands between the marks of the page."""
    found = _PART.search(page.read_text(encoding="utf-8"))
    return found[0].strip("\n") + "\n" if found else ""


def made_part(results: Results) -> str:
    """The part in MyST."""
    return "\n".join([*_origin(results), *_goals(list(outcomes(results))), *_plot(results), *_figures(results)])


def _origin(results: Results) -> Iterator[str]:
    with_what = ", ".join(f"{name} {version}" for name, version in results.versions.items())
    yield f"Körningen är gjord {_SWEDISH.date(results.day)} på {results.machine}, med {with_what}. {_rounds(results)}"
    yield ""


def _rounds(results: Results) -> str:
    return f"Omgångar: {results.rounds}. I var och en mäts allt minst en gång."


def _goals(found: Sequence[Outcome]) -> Iterator[str]:
    yield from ("## Mål och utfall", "")
    rows = [(_unbroken(one.goal.title), limit_text(one.goal.limit), outcome_text(one)) for one in found]
    yield from _table(("Kvot", "Högst", "Utfall"), rows, left=(True, False, True))


def outcome_text(outcome: Outcome) -> str:
    """How a run stands to a goal, in words."""
    if outcome.ratio is None:
        return "inte mätt"
    if outcome.is_met:
        return f"{ratio(outcome.ratio)}: nått"
    return f"**{ratio(outcome.ratio)}**: {ratio(outcome.ratio / outcome.goal.limit)} gånger för mycket"


def limit_text(limit: float) -> str:
    """A limit as it was set: 1,5 or 1/8."""
    return ratio(limit) if limit > 0.2 else f"1/{round(1 / limit)}"


def ratio(value: float) -> str:
    """A ratio with three figures at most."""
    return f"{value:.3g}".replace(".", ",")


def _unbroken(title: str) -> str:
    """A text whose numbers do not break at their spaces."""
    return re.sub(r"(?<=\d) (?=\d{3})", NO_BREAK_SPACE, title)


def _plot(results: Results) -> Iterator[str]:
    if markup := plot(results):
        yield from ("## Hela bygget mot antalet", "", "Sekunder processortid; båda axlarna är logaritmiska.", "")
        yield from ("```{raw} html", markup, "```", "")


def _figures(results: Results) -> Iterator[str]:
    yield from ("## Siffrorna", "")
    counts = [count for count in results.counts("ours") if count != FEWEST or FEWEST in results.counts("floor")]
    for heading, what, cell in (
        ("Processortid", "Sekunder: den lägsta, och medianen.", lambda one: _times(one.cpu)),
        ("Klocktid", "Sekunder: den lägsta, och medianen.", lambda one: _times(one.wall)),
        ("Minne", "Megabyte: medianen.", _megabytes),
    ):
        yield from (f"### {heading}", "", what, "")
        yield from _by_count(results, counts, cell)
    yield from _pages(results)


def _by_count(results: Results, counts: Sequence[int], cell: Callable[[Series], str]) -> Iterator[str]:
    rows = []
    for subject, name in SUBJECTS.items():
        for step, what in STEPS.items():
            found = {one.count: one for one in results.series if (one.subject, one.step) == (subject, step)}
            if subject == "empty" and 0 in found:
                rows.append((f"{name}, {what}", *[cell(found[0])] * len(counts)))
            elif any(count in found for count in counts):
                cells = (cell(found[count]) if count in found else _NOTHING for count in counts)
                rows.append((f"{name}, {what}", *cells))
    # To the left, so that the two times of a cell may stand below each other on a phone.
    yield from _table(("Vad", *map(_SWEDISH.digits, counts)), rows, left=(True,) * (len(counts) + 1))


def _pages(results: Results) -> Iterator[str]:
    yield from ("### Sidor", "")
    what = "hur många filer som blir andra av en ändring, och hur stor en utvärderings sida är i medel"
    yield f"Hur många sidor data gör hos arkivet, {what}."
    yield ""
    rows: list[tuple[str, ...]] = [("Sidor", *(_SWEDISH.digits(at.pages) for at in results.pages))]
    for step, what in STEPS.items():
        if all(step in at.differing for at in results.pages):
            cells = (_SWEDISH.digits(at.differing[step][0]) for at in results.pages)
            rows.append((f"Andra filer efter {what}", *cells))
    for subject, name in SUBJECTS.items():
        if all(subject in at.page_bytes for at in results.pages):
            cells = (f"{_SWEDISH.number(round(at.page_bytes[subject] / 1000, 1))} kB" for at in results.pages)
            rows.append((f"En sidas storlek, {name}", *cells))
    yield from _table(("Vad", *(_SWEDISH.digits(at.count) for at in results.pages)), rows, left=(True,))


def _times(times: Sequence[float]) -> str:
    return f"{_seconds(min(times))} / {_seconds(statistics.median(times))}"


def _seconds(value: float) -> str:
    """Seconds with three figures at most."""
    decimals = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{decimals}f}".replace(".", ",")


def _megabytes(one: Series) -> str:
    return f"{statistics.median(one.peak) / 1e6:,.0f}".replace(",", NO_BREAK_SPACE)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> Iterator[str]:
    """A table; columns are numbers, to the right, but those that ``left`` says are not."""
    sides = [*left, *[False] * (len(heads) - len(left))]
    yield f"| {' | '.join(heads)} |"
    yield f"|{'|'.join('---' if side else '--:' for side in sides)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


if __name__ == "__main__":
    write_page(load_results(FILE), PAGE)
