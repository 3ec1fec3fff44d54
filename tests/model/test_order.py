from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.model.order import swedish_key


def test_the_last_letters_come_last_in_their_order() -> None:
    names = ["Örebro", "Älmhult", "Åre", "Zinkgruvan", "Ale", "Övertorneå", "Ängelholm", "Ånge"]
    in_order = ["Ale", "Zinkgruvan", "Ånge", "Åre", "Älmhult", "Ängelholm", "Örebro", "Övertorneå"]
    assert sorted(names, key=swedish_key) == in_order


def test_other_accents_and_case_do_not_count() -> None:
    assert sorted(["Idré", "idre", "Idrf", "Idra"], key=swedish_key) == ["Idra", "Idré", "idre", "Idrf"]


def test_a_letter_is_the_same_however_it_is_composed() -> None:
    assert swedish_key("A\u030are")[0] == swedish_key("Åre")[0]


@given(st.text(), st.text())
def test_different_texts_have_different_keys(one: str, other: str) -> None:
    assert (swedish_key(one) == swedish_key(other)) == (one == other)
