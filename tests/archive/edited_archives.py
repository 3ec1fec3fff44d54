"""Made-up archives and the same after one edit, for properties of what pages are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hypothesis import strategies as st

from kompass_sphinx.archive.archive import Archive
from tests.archive.neighbours import SAME_COUNTY, SAME_GROUP, UNLIKE
from tests.archives import MADE_UP_SOURCE, archive_of, made_evaluation, made_known

Data = dict[str, Any]
Key = tuple[str, int]

NAMES = ("Tingsryd", *SAME_GROUP[:2], *SAME_COUNTY[:2], *UNLIKE[:3])
YEARS = (2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019)
# Few words and few figures: many are alike.
WORDS = tuple(f"Påhittat {word}." for word in ("ett", "två", "tre", "fyra", "fem"))
QUESTIONS = (None, "4.2", "4.3")
PEOPLE = ("Påhittad Ett", "Påhittad Två")

_word = st.sampled_from(WORDS)
_figure = st.integers(0, 20).map(lambda step: step * 5)
_findings = st.lists(
    st.builds(lambda text, question: _without_none(text=text, question=question), _word, st.sampled_from(QUESTIONS)),
    max_size=3,
)
_percent = _figure.map(lambda percent: {"percent": percent})
_places = st.sampled_from(NAMES).map(lambda name: {"municipality": name}) | st.just(
    {"place": "Larvik", "kind": "foreign", "country": "Norge"}
)


def _without_none(**values: Any) -> Data:
    return {key: value for key, value in values.items() if value is not None}


@st.composite
def _data(draw: st.DrawFn) -> Data:
    """What an evaluation says, most of it in area 4."""
    whole = draw(st.booleans())
    areas: dict[int, Data] = {number: {"points": draw(_figure)} for number in (range(1, 9) if whole else (4, 6))}
    areas[4] |= {
        "impression": draw(_word),
        "questions": draw(st.dictionaries(st.sampled_from(QUESTIONS[1:]), _percent)),
        "strengths": draw(_findings),
        "improvements": draw(_findings),
    }
    examples = [
        {**draw(_places), "area": 4, **_without_none(question=draw(st.sampled_from(QUESTIONS))), "topic": draw(_word)}
        for _ in range(draw(st.integers(0, 2)))
    ]
    benchmarks = [{"label": "Påhittad median", "statistic": "median", "edition": 2016, "total": draw(_figure)}]
    return {
        "first": draw(st.booleans()),
        "total": draw(st.integers(40, 60)) * 10,
        "summary": draw(_word),
        "evaluators": [{"name": draw(st.sampled_from(PEOPLE))}],
        "areas": areas,
        "examples": examples,
        "benchmarks": benchmarks if draw(st.integers(0, 3)) == 0 else [],
        "notes": [{"about": draw(st.sampled_from(("total", "areas.4"))), "text": draw(_word)}],
        "sources": [MADE_UP_SOURCE],
    }


@dataclass(frozen=True)
class Made:
    """A made-up archive as plain data, which can be read where an example is shown."""

    data: dict[Key, Data]
    known: tuple[Key, ...] = ()

    @cached_property
    def archive(self) -> Archive:
        """The archive."""
        evaluations = (
            made_evaluation(name, year, 2010 if year < 2016 else 2016, **one) for (name, year), one in self.data.items()
        )
        return archive_of(*evaluations, known=tuple(made_known(name, year) for name, year in self.known))


_keys = st.tuples(st.sampled_from(NAMES), st.sampled_from(YEARS))
_known = st.lists(
    st.tuples(st.sampled_from(("Solna", "Mark", *NAMES[:2])), st.just(2008)), max_size=2, unique=True
).map(tuple)


@st.composite
def archives(draw: st.DrawFn) -> Made:
    """An archive of a few municipalities."""
    keys = draw(st.lists(_keys, min_size=2, max_size=12, unique=True))
    return Made({key: draw(_data()) for key in keys}, draw(_known))


@st.composite
def edits(draw: st.DrawFn) -> tuple[Made, Made]:
    """An archive, and the same after one edit: of one field, one area, one evaluation or the register."""
    keys = draw(st.lists(_keys, min_size=3, max_size=14, unique=True))
    data = {key: draw(_data()) for key in keys}
    known, known_after, after = draw(_known), None, dict(data)
    match draw(st.sampled_from(("field", "field", "area", "area", "added", "removed", "known"))):
        case "field":
            key = draw(st.sampled_from(keys))
            field = draw(st.sampled_from([*data[key]]))
            after[key] = {**data[key], field: draw(_data())[field]}
        case "area":
            key = draw(st.sampled_from(keys))
            areas, others = data[key]["areas"], draw(_data())["areas"]
            field = draw(st.sampled_from([*areas[4]]))
            after[key] = {**data[key], "areas": {**areas, 4: {**areas[4], field: others[4][field]}}}
        case "added":
            after[draw(_keys)] = draw(_data())
        case "removed":
            del after[draw(st.sampled_from(keys))]
        case _:
            known_after = draw(_known)
    return Made(data, known), Made(after, known if known_after is None else known_after)


@st.composite
def rewordings(draw: st.DrawFn) -> tuple[Made, Made]:
    """An archive, and the same in which one evaluation says the same in other words."""
    keys = draw(st.lists(_keys, min_size=3, max_size=14, unique=True))
    data = {key: draw(_data()) for key in keys}
    key = draw(st.sampled_from(keys))
    return Made(data), Made({**data, key: reworded(data[key], lambda _: draw(_word))})


@st.composite
def other_figures(draw: st.DrawFn) -> tuple[Made, Made]:
    """An archive, and the same in which one or two evaluations have other figures, as many as before."""
    keys = draw(st.lists(_keys, min_size=3, max_size=14, unique=True))
    data = {key: draw(_data()) for key in keys}
    others = draw(st.lists(st.sampled_from(keys), min_size=1, max_size=2, unique=True))
    return Made(data), Made({**data, **{key: _with_other_figures(data[key], draw) for key in others}})


def _with_other_figures(data: Data, draw: st.DrawFn) -> Data:
    areas: dict[int, Data] = {}
    for number, area in data["areas"].items():
        questions = {question: draw(_percent) for question in area.get("questions", {})}
        areas[number] = {**area, "points": draw(_figure), **({"questions": questions} if questions else {})}
    return {**data, "total": draw(st.integers(40, 60)) * 10, "areas": areas}


def reworded(data: Any, word: Any) -> Any:
    """The same data with other words: each text that people wrote is given to ``word``."""
    if isinstance(data, list):
        return [reworded(one, word) for one in data]
    if isinstance(data, dict):
        return {
            key: word(one)
            if isinstance(one, str) and key in ("text", "impression", "summary", "topic")
            else reworded(one, word)
            for key, one in data.items()
        }
    return data
