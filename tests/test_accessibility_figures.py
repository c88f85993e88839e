"""The figures of the page on accessibility: of the templates that there are, and written as they were seen."""

import shutil

import pytest
from support import figures
from support.client import client_of
from support.contacted import MAIL, with_contact
from support.day import today
from support.html_checks import problems

from guide.config import Settings
from guide.loader.audit import audit
from guide.loader.files import ContentFiles
from guide.web import create_app

RUN = {"tool": "axe-core", "version": "9.9", "engine": "Chromium 1", "date": "2026-11-30", "pages": 7, "found": 2}
ENGINE = {"name": "WebKitGTK", "version": "2.1", "date": "2026-11-30", "tasks": 9, "passed": 8}


def read(file):
    return audit(ContentFiles(file.parent))


def test_the_figures_are_of_the_templates_that_there_are(library):
    (axe,) = (run for run in library.audit.runs if run.tool == "axe-core")
    assert axe.templates == figures.fingerprint(), "templates have changed: run `make accessibility-figures`"


def test_a_changed_template_would_be_seen(tmp_path):
    copy = shutil.copytree(figures.TEMPLATES, tmp_path / "templates")
    assert figures.fingerprint(copy) == figures.fingerprint()
    (copy / "base.html").write_text((copy / "base.html").read_text("utf-8") + " ", "utf-8")
    assert figures.fingerprint(copy) != figures.fingerprint()


def test_a_run_takes_the_place_of_the_earlier_one_of_its_tool(tmp_path):
    file = tmp_path / "accessibility.yaml"
    figures.put([RUN, RUN | {"tool": "other"}], file)
    figures.put([RUN | {"found": 0}], file)
    found = read(file)
    assert [(run.tool, run.found, run.pages, run.date.isoformat()) for run in found.runs] == [
        ("axe-core", 0, 7, "2026-11-30"),
        ("other", 2, 7, "2026-11-30"),
    ]
    assert {run.templates for run in found.runs} == {figures.fingerprint()}


def test_browsers_are_written_beside_the_programs(tmp_path):
    file = tmp_path / "accessibility.yaml"
    figures.put([ENGINE | {"passed": 7}], file, under="engines")
    figures.put([RUN], file)
    figures.put([ENGINE, ENGINE | {"name": "Firefox"}], file, under="engines")
    found = read(file)
    assert [run.tool for run in found.runs] == ["axe-core"]
    assert [(one.name, one.version, one.date.isoformat(), one.tasks, one.passed) for one in found.engines] == [
        ("WebKitGTK", "2.1", "2026-11-30", 9, 8),
        ("Firefox", "2.1", "2026-11-30", 9, 8),
    ]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_page_has_each_figure_and_how_to_report_a_barrier(app, client, library, lang):
    html = client.get(f"/{lang}/accessibility").text
    assert problems(html) == []
    for run in library.audit.runs:
        assert f"{run.tool} {run.version}" in html
        assert run.engine in html
        assert app.extensions["state"].catalogs[lang].date(run.date) in html
    for engine in library.audit.engines:
        row = html.split(f"{engine.name} {engine.version}</bdi>")[1].split("</tr>")[0]
        assert f"<span>{engine.tasks}</span>" in row
        assert f"<span>{engine.passed}</span>" in row
    assert 'data-contact="none"' in html
    assert f'href="/{lang}/accessibility"' in client.get(f"/{lang}/").text.split("<footer")[1]


def test_the_page_says_that_nothing_was_tested_where_no_figures_are(tmp_path):
    root = with_contact(tmp_path, MAIL)
    (root / "content" / "accessibility.yaml").unlink()
    html = client_of(create_app(Settings(root, today))).get("/en/accessibility").text
    assert "No program has looked at this copy of the guide yet." in html
    assert f"mailto:{MAIL}" in html
    assert "Say which page it is" in html
