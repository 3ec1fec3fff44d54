"""Made-up strengths, improvements and topics: short Swedish sentences put together from the vocabulary."""

from __future__ import annotations

from tests.demonstration.draws import Draws
from tests.demonstration.vocabulary import Noun, Subject, compound

# Each with its forms after "en", after "ett" and in the plural.
_GOOD = (
    ("gemensam", "gemensamt", "gemensamma"),
    ("tydlig", "tydligt", "tydliga"),
    ("levande", "levande", "levande"),
    ("väl förankrad", "väl förankrat", "väl förankrade"),
    ("genomarbetad", "genomarbetat", "genomarbetade"),
    ("nyskapande", "nyskapande", "nyskapande"),
    ("enkel", "enkelt", "enkla"),
    ("heltäckande", "heltäckande", "heltäckande"),
    ("uppskattad", "uppskattat", "uppskattade"),
    ("inarbetad", "inarbetat", "inarbetade"),
    ("bred", "brett", "breda"),
    ("föredömlig", "föredömligt", "föredömliga"),
)
_WANTED = (
    ("gemensam", "gemensamt", "gemensamma"),
    ("tydligare", "tydligare", "tydligare"),
    ("samlad", "samlat", "samlade"),
    ("enklare", "enklare", "enklare"),
    ("bredare", "bredare", "bredare"),
    ("återkommande", "återkommande", "återkommande"),
    ("enhetlig", "enhetligt", "enhetliga"),
)
_FORMS = ("en", "ett", "")
_LEADS = ("leder", "driver", "samordnar", "står bakom", "utvecklar", "svarar för")
_BRING_IN = ("Inför", "Ta fram", "Pröva", "Bygg upp", "Planera", "Överväg")
_IMPROVE = ("Utveckla", "Se över", "Förankra", "Bredda", "Förnya", "Utvärdera")
_WHEN = ("varje år", "varje termin", "två gånger om året", "vartannat år", "inför varje budget", "efter fast årsplan")
_WHERE = (
    "i äldreomsorgen", "i förskolan", "i grundskolan", "på gymnasiet", "inom socialtjänsten", "i de kommunala bolagen",
    "på biblioteken", "inom teknik och park", "i hemtjänsten", "på fritidsgårdarna", "i räddningstjänsten",
    "på landsbygden", "i centralorten", "på vuxenutbildningen", "i måltidsservicen", "på stadsbyggnadskontoret",
)  # fmt: skip
_HOW_ON = (
    "med början i äldreomsorgen", "före nästa budget", "tillsammans med grannkommunerna", "i hela koncernen",
    "under mandatperioden", "i samråd med facken", "med stöd av staben", "enhet för enhet", "redan i år",
    "och tidsätt arbetet", "och utse en ansvarig", "utan nya blanketter", "i dialog med medarbetarna",
    "och berätta om det", "i mindre steg", "nämnd för nämnd",
)  # fmt: skip
_PLACE_BEGINNINGS = ("Björk", "Ek", "Norr", "Söder", "Väster", "Öster", "Ås", "Sjö", "Ljung", "Råg", "Älv", "Kvarn")
_PLACE_ENDINGS = ("hagen", "backa", "byn", "holmen", "ängen", "dalen", "lund", "vik", "torp", "åsen")


def strength(subject: Subject, draws: Draws) -> str:
    """Something that a municipality does well."""
    noun, about = _noun(subject, draws), draws.one(subject.about)
    shape = draws.below(7)
    if shape == 0:
        return _sentence(f"{noun.text} {about}")
    if shape == 1:
        return _sentence(f"{noun.text} som {draws.one(subject.effect)}")
    if shape == 2:
        return _sentence(f"{_with_adjective(noun, _GOOD, draws)} {about}, {_occasion(draws)}")
    if shape == 3:
        return _sentence(f"{_actor(subject, draws)} {draws.one(_LEADS)} {noun.text} {about}")
    if shape == 4:
        return _sentence(f"{_with_adjective(noun, _GOOD, draws)} som {draws.one(subject.effect)}")
    if shape == 5:
        return _sentence(f"{noun.text} {_place(draws)} som {draws.one(subject.effect)}")
    return _sentence(f"{_with_adjective(noun, _GOOD, draws)} {about}")


def improvement(subject: Subject, draws: Draws) -> str:
    """Something that evaluators ask for."""
    noun, about, need = _noun(subject, draws), draws.one(subject.about), draws.one(subject.needs)
    shape = draws.below(7)
    if shape == 0:
        return _sentence(need)
    if shape in (1, 2):
        return _sentence(f"{need}, {draws.one(_HOW_ON)}")
    if shape == 3:
        return _sentence(f"{_with_adjective(noun, _WANTED, draws)} {about} saknas {_place(draws)}")
    if shape == 4:
        return _sentence(f"låt {_actor(subject, draws)} ansvara för {noun.text} {about}")
    return _sentence(f"{_request(noun, draws)} {about}")


def topic(subject: Subject, draws: Draws) -> str:
    """What somebody is a good example of, in a few words."""
    return f"{_noun(subject, draws).text} {draws.one(subject.about)}"


def _noun(subject: Subject, draws: Draws) -> Noun:
    return compound(draws.one(subject.first), draws.one(subject.last))


def _with_adjective(noun: Noun, adjectives: tuple[tuple[str, str, str], ...], draws: Draws) -> str:
    return noun.text if noun.definite else f"{draws.one(adjectives)[_FORMS.index(noun.article)]} {noun.text}"


def _request(noun: Noun, draws: Draws) -> str:
    if noun.definite:
        return f"{draws.one(_IMPROVE)} {noun.text}"
    return f"{draws.one(_BRING_IN)} {noun.article} {_with_adjective(noun, _WANTED, draws)}"


def _actor(subject: Subject, draws: Draws) -> str:
    return draws.one(subject.actors)


def _occasion(draws: Draws) -> str:
    return f"sedan {draws.between(1988, 2001)}" if draws.chance(0.2) else draws.one(_WHEN)


def _place(draws: Draws) -> str:
    if draws.chance(0.4):
        return f"i {draws.one(_PLACE_BEGINNINGS)}{draws.one(_PLACE_ENDINGS)}"
    return draws.one(_WHERE)


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[0].upper()}{text[1:]}."
