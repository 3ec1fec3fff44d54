"""The registry as a script."""

from __future__ import annotations

import json

from kompass_sphinx.exports.municipalities import MUNICIPALITIES_FILE, municipalities_script
from tests.archives import registry


def test_every_municipality_has_its_name_county_and_group() -> None:
    text = municipalities_script(registry())
    start, end = f'kompass.receive("{MUNICIPALITIES_FILE}",', ");\n"
    assert text.startswith(start)
    assert text.endswith(end)
    data = json.loads(text[len(start) : -len(end)])
    assert len(data["municipalities"]) == len(registry()) == 290
    for one in registry():
        name, county, group = data["municipalities"][one.slug]
        assert (name, county, group) == (one.name, one.county_code, one.group_code)
        assert (data["counties"][county], data["groups"][group]) == (one.county, one.group)
    assert (len(data["counties"]), len(data["groups"])) == (21, 9)


def test_it_is_the_same_whatever_the_order_of_the_registry() -> None:
    assert municipalities_script(registry()) == municipalities_script(type(registry()).of(reversed(list(registry()))))
