import pytest

from kompass_sphinx.model.municipality import Municipality, Registry, slug_of
from kompass_sphinx.reading.editions import load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def test_there_are_290_each_found_by_name_code_and_slug(registry: Registry) -> None:
    assert len(registry) == len(registry.by_name) == len(registry.by_code) == len(registry.by_slug) == 290
    for municipality in registry:
        assert registry.find(municipality.name) is registry.find(municipality.code) is municipality
        assert registry.by_slug[municipality.slug] is municipality


def test_codes_keep_their_leading_zero(registry: Registry) -> None:
    found = registry.find("0114")
    assert found is not None
    assert found.name == "Upplands Väsby"
    assert all(len(municipality.code) == 4 for municipality in registry)


def test_slugs_follow_the_rule_but_for_one(registry: Registry) -> None:
    odd = {
        municipality.name: municipality.slug
        for municipality in registry
        if municipality.slug != slug_of(municipality.name)
    }
    assert odd == {"Håbo": "haabo"}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Örebro", "orebro"),
        ("Upplands-Bro", "upplands-bro"),
        ("Malung-Sälen", "malung-salen"),
        ("Idré", "idre"),
        (" Å! ", "a"),
    ],
)
def test_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_the_registry_is_in_swedish_order(registry: Registry) -> None:
    names = [municipality.name for municipality in registry]
    assert (names[0], names[-1]) == ("Ale", "Övertorneå")
    assert names.index("Åre") > names.index("Ystad")


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Tingsrid", "Tingsryd"),
        ("tingsryd", "Tingsryd"),
        ("Orebro", "Örebro"),
        ("Marks kommun", "Mark"),
        ("Helsingborgs stad", "Helsingborg"),
        ("Torsås kommun", "Torsås"),
        ("Håbbo", "Håbo"),
        ("Håbbo", "Habo"),
    ],
)
def test_the_nearest_names_hold_what_was_meant(registry: Registry, text: str, nearest: str) -> None:
    assert nearest in registry.nearest(text)


def test_the_nearest_comes_first_and_nothing_is_near_to_nonsense(registry: Registry) -> None:
    assert registry.nearest("Helsingborgs stad")[0] == "Helsingborg"
    assert len(registry.nearest("Stockholm")) <= 3
    assert registry.nearest("qqqqqq") == ()
    assert registry.nearest("") == ()


def test_a_registry_sorts_what_it_is_given() -> None:
    def municipality(name: str) -> Municipality:
        return Municipality("0000", name, slug_of(name), "00", "", "", "")

    assert [one.name for one in Registry.of(map(municipality, ["Öckerö", "Ale", "Åmål"]))] == ["Ale", "Åmål", "Öckerö"]


def test_so_many_names_are_near_as_are_asked_for(registry: Registry) -> None:
    assert registry.nearest("Habo") == ("Habo", "Håbo", "Arboga")
    assert registry.nearest("Marks kommun") == ("Mark", "Markaryd", "Kalmar")
    assert registry.nearest("Habo", 1) == ("Habo",)
    assert registry.nearest("Kalm") == ("Kalmar", "Salem", "Malmö")
    assert registry.nearest("Kalm", 5) == ("Kalmar", "Salem", "Malmö", "Kalix", "Karlshamn")
