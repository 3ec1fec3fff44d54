"""What every report says, whoever it is about; the sentences are made up for these tests, and vary as real ones do."""

from __future__ import annotations

from collections.abc import Iterator

from tests.archives import registry
from tests.demonstration.draws import Draws
from tests.importing.report_blocks import Block, Heading, Items, NewPage, Text
from tests.importing.report_content import Area, Content, Evaluator, Pointer
from tests.importing.report_layout import Layout

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

_METHOD = (
    "Kommunkompassen prövar hur en kommun leds. Metoden fanns i Norge redan på 1990-talet och har bearbetats "
    "{revised}. Hittills har över 150 svenska kommuner prövats, några av dem 2 eller 3 gånger.",
    "Det som får poäng är arbetssätt som finns, inte sådant som planeras. Varje område kan ge 100 poäng och hela "
    "utvärderingen 800. Ingen kommun har fått mer än 85 procent.",
)
_GENERAL = (
    "Området handlar om hur kommunen ordnar sitt arbete och om det håller ihop mellan förvaltningarna.",
    "Här ser utvärderarna till helheten: vad som är bestämt, vad som görs och hur det följs upp. Brister i ett led "
    "märks ofta i nästa, och det är vanligt att mer än 30 % av enheterna går sin egen väg.",
    "I en kommun med 3 nivåer av ledning är det lätt att uppdrag stannar på vägen. Därför vägs styrkor och "
    "förbättringsområden in från alla delar av organisationen.",
)
_POINTING = (
    "När det gäller {topic} kan {name} vara ett gott exempel.",
    "Kommunen kan hämta inspiration från {name} i fråga om {topic}.",
    "{name} har kommit långt med {topic} och är värt ett studiebesök.",
    "Ett gott exempel på {topic} finns i {name}.",
    "För att komma vidare med {topic} kan det vara intressant att studera {name}.",
    "Goda exempel på {topic} är {name}.",
)
_POINTING_TO_ITSELF = "I fråga om {topic} är {name} självt ett gott exempel för andra."
_FIRST = (
    "Det var kommunens första utvärdering enligt Kommunkompassen.",
    "Det är första gången som kommunen utvärderas.",
    "Kommunen har inte utvärderats tidigare.",
)
_NOT_FIRST = (
    "Det var inte den första utvärderingen som kommunen har gjort.",
    "Det var kommunens andra utvärdering; den första gjordes för {years} år sedan.",
    "Kommunen har utvärderats tidigare, senast {earlier}.",
)
_INTERVIEWS = (
    "Ett {count}-tal personer intervjuades, bland dem politiker, chefer och fackliga företrädare.",
    "Sammanlagt {count} personer har intervjuats.",
    "Utvärderarna har talat med cirka {count} personer i 9 grupper.",
    "Intervjuer har gjorts med omkring {count} förtroendevalda och anställda.",
)


def full_name(content: Content) -> str:
    """The municipality as the report names it: Marks kommun, Arboga kommun."""
    name = content.municipality
    return f"{_genitive(name) if Draws('name', content.slug).chance(0.5) else name} kommun"


def _genitive(name: str) -> str:
    return name if name[-1] in "sxz" else f"{name}s"


def front(content: Content) -> Iterator[Block]:
    """The front page."""
    draws = Draws("front", content.slug, content.year)
    assert content.published
    year, month, day = content.published.split("-")
    analysis = draws.one(("Kommunkompassen. Analys av {} {}", "Kommunkompassen {1}: {0}", "Analys av {} {}"))
    yield Heading(analysis.format(full_name(content), content.year), 1)
    yield Text(draws.one((content.published, f"{int(day)} {MONTHS[int(month) - 1]} {year}")))
    yield from map(Text, _evaluators(content.evaluators, draws))


def _evaluators(evaluators: tuple[Evaluator, ...], draws: Draws) -> list[str]:
    in_brackets = [f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in evaluators]
    after_comma = [f"{one.name}, {one.affiliation}" if one.affiliation else one.name for one in evaluators]
    shape = draws.below(4)
    if shape == 0:
        return [f"Utvärderare: {' och '.join(in_brackets)}"]
    if shape == 1:
        return [f"UTVÄRDERARE: {' OCH '.join(in_brackets).upper()}"]
    return ["Utvärderare:", *after_comma] if shape == 2 else ["Utvärderare", *in_brackets]


def contents(content: Content, layout: Layout) -> Iterator[Block]:
    """The list of contents, with page numbers after dots."""
    yield Heading("Innehåll", 2)
    page = 3
    titles = ["1 Vad är Kommunkompassen?", f"2 {full_name(content)}: en sammanfattande genomgång"]
    titles += [layout.heading.format(number=area.number, name=area.name, points="") for area in content.areas]
    for title in (*titles, "4 Översikt av poängfördelning"):
        yield Text(f"{title} {'.' * max(70 - len(title), 3)} {page}")
        page += 2


def method(content: Content) -> Iterator[Block]:
    """What Kommunkompassen is, and the names of all its areas."""
    yield NewPage()
    yield Heading("1 Vad är Kommunkompassen?", 2)
    revised = {2002: "flera gånger", 2010: "2010", 2016: "2010 och 2016", 2020: "2010, 2016 och 2020"}
    for paragraph in _METHOD:
        yield Text(paragraph.format(revised=revised[content.edition]))
    yield Text("Områdena är åtta:")
    yield Items(tuple(area.name for area in content.edition_facts.areas.values()), "- ")
    yield Text("En rapport tar upp både styrkor och förbättringsområden, område för område.")


def about(content: Content) -> Iterator[Block]:
    """What the municipality is like: names and figures that are nobody's examples and no results."""
    draws = Draws("about", content.slug, content.year)
    near, far, big = draws.some([one.name for one in registry() if one.slug != content.slug], 3)
    yield Heading(f"Allmänt om {full_name(content)}", 3)
    yield Text(
        f"{content.municipality} gränsar till {near} och {far}, och {draws.between(12, 48)} procent av de "
        f"förvärvsarbetande pendlar, de flesta till {big}. Kommunen har {draws.between(6, 90)} 400 "
        f"invånare och {draws.between(400, 9000)} anställda. I fullmäktige finns {2 * draws.between(15, 40) + 1} "
        f"ledamöter, valda {content.year - 2}."
    )


def facts(content: Content) -> Iterator[Block]:
    """The paragraph on how the evaluation was made."""
    assert content.month
    draws = Draws("facts", content.slug, content.year)
    month, day = MONTHS[content.month - 1], draws.between(3, 25)
    time = draws.one(
        (f"i {month} {content.year}", f"den {day}–{day + 2} {month} {content.year}", f"i {month} år {content.year}")
    )
    years = draws.between(3, 5)
    which = draws.one(_FIRST if content.first else _NOT_FIRST).format(years=years, earlier=content.year - years)
    yield Heading("Utvärderingen", 3)
    yield Text(
        f"Utvärderarna besökte {full_name(content)} {time}. {which} "
        f"{draws.one(_INTERVIEWS).format(count=content.interviews)}"
    )


def chart(content: Content) -> Iterator[Block]:
    """What is left of a chart when its text is taken out: scales and labels, none of them a result."""
    draws = Draws("chart", content.slug, content.year)
    scale = [str(step) for step in (100, 80, 60, 40, 20, 0)]
    labels = [f"{area.number} {area.name}" for area in content.edition_facts.areas.values()]
    legend = [f"{content.municipality} {content.year}", f"Medel alla utvärderade {content.year - 4}-{content.year}"]
    yield from (Text(text) for text in draws.some([*scale, *labels, *legend], 16))


def press(content: Content) -> Iterator[Block]:
    """A piece of news: the total, the best and the weakest area, all in running text."""
    ordered = sorted(content.areas, key=lambda area: -float(area.points or 0))
    best, worst = ordered[0], ordered[-1]
    yield Heading("Vi deltar i Kommunkompassen", 1)
    yield Text(
        f"{full_name(content)} får {content.total.replace('.', ',')} poäng av 800 när kommunens sätt att arbeta har "
        f"prövats med Kommunkompassen {content.year}."
    )
    yield Text(
        f"Högst resultat, {str(best.points).replace('.', ',')} poäng av 100, ger området {best.name}. Lägst är "
        f"{worst.name} med {str(worst.points).replace('.', ',')} poäng."
    )
    yield Text("– Vi har både styrkor och förbättringsområden att ta vara på, säger kommundirektör Låtsas Påhittsson.")


def general(area: Area) -> Text:
    """What a chapter says on its area, the same in every report."""
    return Text(_GENERAL[area.number % len(_GENERAL)])


def pointing(content: Content, pointers: list[Pointer], draws: Draws) -> str:
    """A sentence that points to one or several for the same topic."""
    topic = pointers[0].topic
    if [one.name for one in pointers] == [content.municipality]:
        return _POINTING_TO_ITSELF.format(name=content.municipality, topic=topic)
    names = [_named(one, draws) for one in pointers]
    name = " och ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
    sentence = draws.one(_POINTING).format(name=name, topic=topic)
    return f"{sentence[0].upper()}{sentence[1:]}"


def _named(pointer: Pointer, draws: Draws) -> str:
    if pointer.kind == "district":
        return f"stadsdelen {pointer.name} i {pointer.of}"
    if pointer.kind == "foreign":
        return f"{pointer.name} i {pointer.of}"
    return f"{pointer.name} kommun" if pointer.kind is None and draws.chance(0.2) else pointer.name
