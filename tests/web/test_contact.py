"""`contact:` of site.yaml: where it is shown, and what stands there without one."""

import datetime as dt
import re

import pytest
from support import day
from support.addresses import ADDRESS
from support.client import client_of
from support.contacted import MAIL, PHONE, with_contact
from support.html_checks import parsed, problems
from support.sampling import sample

from guide.config import Settings
from guide.lint.launch_list import before_launch
from guide.loader.content import load
from guide.loader.text_codes import text_code
from guide.model.texts import entries
from guide.web import create_app

PLACES = ("/en/privacy", "/es/accessibility", "/en/nothing-here", "/es/nothing-here", "/embed/en/privacy")
TEXTS = ("explain", "explain/all", "review", "misunderstandings", "timeline", "rules", "held", "papers", "help")
NOBODY = {
    "en": "The people who run this copy of the guide gave no address.",
    "es": "Las personas a cargo de esta copia de la guía no dieron ninguna dirección.",
}
SECURITY = "/.well-known/security.txt"


@pytest.fixture(scope="module")
def by_mail(tmp_path_factory):
    return client_of(create_app(Settings(with_contact(tmp_path_factory.mktemp("mail"), MAIL), day.today)))


@pytest.fixture(scope="module")
def by_phone(tmp_path_factory):
    root = with_contact(tmp_path_factory.mktemp("phone"), PHONE)
    return client_of(create_app(Settings(root, day.today, address=ADDRESS)))


def asked(client, path):
    """Return the words of the answer of the program, or of the page that it built at its start."""
    return client.get(path).text


@pytest.mark.parametrize("path", PLACES)
def test_each_place_names_the_contact(by_mail, by_phone, path):
    assert f'href="mailto:{MAIL}"' in asked(by_mail, path)
    assert f'href="tel:{PHONE}"' in asked(by_phone, path)
    assert "(202) 555-0100" in asked(by_phone, path)


@pytest.mark.parametrize("path", PLACES)
def test_without_one_each_place_says_that_nobody_gave_an_address(client, path):
    html = asked(client, path)
    assert NOBODY[path.removeprefix("/embed").split("/")[1]] in html
    assert "data-wrong" not in html


def test_the_pages_for_failures_say_it_in_each_language(app, by_mail):
    for site, said in ((app, NOBODY["es"]), (by_mail.application, f'escriba a <a href="mailto:{MAIL}"')):
        _, _, body = site.extensions["failures"].answer(500, "/es/help")
        assert said in body.decode()
        assert "%(" not in body.decode()


@pytest.mark.parametrize("name", sample(TEXTS, 3))
def test_a_text_offers_its_code_which_leads_to_one_file(by_mail, library, name):
    html = asked(by_mail, f"/en/{name}")
    known = {text_code(text.owner) for text in entries(library)}
    rows = [row for row in parsed(html).root.iter() if row.get("data-wrong") is not None]
    assert rows
    for row in rows:
        (code,) = (each.text for each in row.iter("code"))
        assert code in known
        assert [each.get("href") for each in row.iter("a")] == [f"mailto:{MAIL}?subject={code}"]
    assert problems(html) == []


def test_each_explanation_offers_it_in_a_result_and_none_says_what_was_answered(by_mail, library):
    html = by_mail.post("/en/result", data={"held": "yes", "status": "none"}).text
    law = library.current_law
    articles = [each for each in parsed(html).root.iter("article") if each.get("data-finding", "").startswith("today/")]
    lines = {each for each in articles for part in each.iter() if part.get("data-whole") is not None}
    codes = set(re.findall(r"subject=(\w+)\"", html))
    whole = {each.get("data-finding").removeprefix("today/") for each in articles if each not in lines}
    assert whole
    assert {text_code(each) for each in law.findings if each.id in whole} <= codes
    # A line leads to the page that has the whole text, where it is offered too.
    assert lines
    there = set(re.findall(r"subject=(\w+)\"", asked(by_mail, "/en/explain/today")))
    assert {text_code(each) for each in law.findings if not each.read_only} <= there
    assert not re.search(r"mailto:[^\"]*[?&](?!subject=\w+\")", html)


def test_a_number_to_call_has_no_subject(by_phone):
    html = asked(by_phone, "/en/misunderstandings")
    assert f'href="tel:{PHONE}"' in html
    assert "subject=" not in html


def test_no_text_offers_it_without_a_contact(client):
    for name in TEXTS:
        assert "data-wrong" not in asked(client, f"/en/{name}")


def test_security_txt_has_what_rfc_9116_requires(by_mail, by_phone):
    answer = by_mail.get(SECURITY)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert lines == {"Contact": f"mailto:{MAIL}", "Expires": lines["Expires"], "Preferred-Languages": "en"}
    expires = dt.datetime.fromisoformat(lines["Expires"]).date()
    assert dt.timedelta(30) < expires - day.TODAY < dt.timedelta(365)
    known = by_phone.get(SECURITY).text.splitlines()
    assert known[0] == f"Contact: tel:{PHONE}"
    assert known[-1] == f"Canonical: {ADDRESS}{SECURITY}"


def test_there_is_no_security_txt_without_a_contact(client):
    assert client.get(SECURITY).status_code == 404


def test_the_list_before_launch_names_a_missing_contact(library, tmp_path):
    missing = "readers have nobody to write to or to call"
    assert next(before_launch(library, day.TODAY)).startswith("content/site.yaml:")
    assert missing in next(before_launch(library, day.TODAY))
    reached = load(with_contact(tmp_path, MAIL) / "content")
    assert missing not in "\n".join(before_launch(reached, day.TODAY))
