"""What every report says, whoever it is about; the sentences are made up for these tests."""

from __future__ import annotations

from collections.abc import Iterator

from tests.demonstration.draws import Draws
from tests.importing.report_blocks import Block, Heading, Items, NewPage, Text
from tests.importing.report_content import Area, Content, Pointer
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
    "{name} har kommit långt med {topic} och är värd ett studiebesök.",
    "Ett gott exempel på {topic} finns i {name}.",
)
_POINTING_TO_ITSELF = "I fråga om {topic} är {name} självt ett gott exempel för andra."


def front(content: Content) -> Iterator[Block]:
    """The front page."""
    year, month, day = content.published.split("-")
    yield Heading(f"Kommunkompassen. Analys av {content.municipality} kommun {content.year}", 1)
    yield Text(content.published if content.edition == 2016 else f"{int(day)} {MONTHS[int(month) - 1]} {year}")
    people = (f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in content.evaluators)
    yield Text(f"Utvärderare: {' och '.join(people)}")


def contents(content: Content, layout: Layout) -> Iterator[Block]:
    """The list of contents, with page numbers after dots."""
    yield Heading("Innehåll", 2)
    page = 3
    titles = ["1 Vad är Kommunkompassen?", f"2 {content.municipality} kommun: en sammanfattande genomgång"]
    titles += [layout.heading.format(number=area.number, name=area.name) for area in content.areas]
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


def facts(content: Content) -> Iterator[Block]:
    """The paragraph on how the evaluation was made."""
    time = f"{MONTHS[content.month - 1]} {content.year}"
    which = "kommunens första utvärdering" if content.first else "inte den första som kommunen har gjort"
    yield Heading("Utvärderingen", 3)
    yield Text(
        f"Utvärderarna besökte {content.municipality} kommun i {time}. Det var {which} med Kommunkompassen. "
        f"Ett {content.interviews}-tal personer intervjuades, bland dem politiker, chefer och fackliga företrädare."
    )


def general(area: Area) -> Text:
    """What a chapter says on its area, the same in every report."""
    return Text(_GENERAL[area.number % len(_GENERAL)])


def pointing(content: Content, pointer: Pointer, draws: Draws) -> str:
    """A sentence that points to somebody."""
    if pointer.name == content.municipality:
        return _POINTING_TO_ITSELF.format(name=pointer.name, topic=pointer.topic)
    kind = {"district": "stadsdelen {name} i {of}", "foreign": "{name} i {of}", "network": "{name}"}
    name = kind.get(pointer.kind or "", "{name}").format(name=pointer.name, of=pointer.of)
    sentence = draws.one(_POINTING).format(name=name, topic=pointer.topic)
    return f"{sentence[0].upper()}{sentence[1:]}"
