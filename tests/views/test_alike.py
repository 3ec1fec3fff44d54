"""Municipalities that are like one."""

from __future__ import annotations

from kompass_sphinx.views.alike import alike
from kompass_sphinx.views.rich import Link, plain
from tests.archives import archive_of, context_of, made_evaluation, real_archive, registry


def test_alike_are_the_evaluated_ones_of_the_same_group_then_of_the_same_county() -> None:
    archive = real_archive()
    for own in archive.with_page:
        sentences = alike(context_of(archive), own).sentences
        names = [part.text for part in sentences if isinstance(part, Link)]
        others = [archive.registry.by_slug[slug] for slug in archive.of_municipality if slug != own.slug]
        group = [one.name for one in others if one.group_code == own.group_code]
        county = [one.name for one in others if one.county == own.county and one.group_code != own.group_code]
        assert names == group + county
        assert ("Arkivet har ingen annan kommun i samma grupp" in plain(sentences)) == (not group)


def test_nobody_alike_is_said() -> None:
    archive = archive_of(made_evaluation("Stockholm"))
    sentences = alike(context_of(archive), registry().by_name["Åre"]).sentences
    assert plain(sentences).startswith("Arkivet har ingen annan kommun i samma grupp")
    assert [part for part in sentences if isinstance(part, Link)] == []
