"""The theme's announcement: plain text at the top of every page, and nothing without the option."""

from __future__ import annotations

from pathlib import Path

from tests.site.sites import small_site

PAGES = ("index.html", "docs/other.html", "evaluations/index.html", "evaluations/mark/2006.html")


def test_markup_in_an_announcement_is_shown_as_it_is_written(tmp_path: Path) -> None:
    built = small_site(tmp_path).build(options=("-D", 'html_theme_options.announcement=<b>Prov</b> & "prov"'))
    assert (built.status, built.warnings) == (0, "")
    for page in PAGES:
        before_header = built.text(page).partition('<header class="site-header">')[0]
        assert "&lt;b&gt;Prov&lt;/b&gt; &amp; &#34;prov&#34;</p></aside>" in before_header, page


def test_without_the_option_there_is_no_announcement_and_a_new_one_reaches_every_page(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    built = site.build()
    for page in PAGES:
        assert "announcement" not in built.text(page), page
    built = site.build(options=("-D", "html_theme_options.announcement=Prov"))
    for page in PAGES:
        assert "Prov</p></aside>" in built.text(page), page
