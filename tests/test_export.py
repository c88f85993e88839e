"""`guide export`: addresses of files, links between them, samples for hosts, and what the command refuses."""

import posixpath
import re
from dataclasses import replace

import pytest
from lxml import html
from support.exported import settings, write

from guide.web import handout_files
from guide.web.export import hosting, not_found, relative
from guide.web.export.site import DeadLink, app_for, files

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

LINKS = ("href", "src", "data-in", "data-help", "data-beside", "data-today", "data-all")
ADDRESS = "https://guide.example.org"


@pytest.fixture(scope="module")
def english(tmp_path_factory):
    """The files that all languages share and those in English, by name."""
    folder = tmp_path_factory.mktemp("export")
    return {name: (folder / "some/path" / name).read_bytes() for name in write(folder, ["", "en"])}


@pytest.fixture(scope="module")
def with_address():
    app = app_for(settings(ADDRESS), ())
    names = {"robots.txt", "sitemap.xml", "changes.atom", "index.html"}
    return {file.name: file.body.decode() for file in files(app, "") if file.name in names}


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/es/", "es/index.html"),
        ("/es/help", "es/help/index.html"),
        ("/es+en/explain/today", "es+en/explain/today/index.html"),
        ("/rules.json", "rules.json"),
        ("/static/js/form.abc1234.mjs", "static/js/form.abc1234.mjs"),
    ],
)
def test_each_page_is_an_index_file(path, file):
    assert relative.file_of(path) == file


def test_links_lead_to_files_below_any_path():
    page = '<a href="/es/help#x">a</a> <img src="/static/img/a.png"> <a href="//other.org/">o</a> <a href="tel:1">t</a>'
    found = []
    made = relative.html(page, "es/explain/today/index.html", found.append)
    assert 'href="../../help/index.html#x"' in made
    assert 'src="../../../static/img/a.png"' in made
    assert 'href="//other.org/"' in made
    assert found == ["/es/help", "/static/img/a.png"]


def test_a_form_has_nowhere_to_go():
    form = '<form method="post" action="/en/result"><button type="submit" formaction="/es/questions">x</button></form>'
    assert relative.html(form, "en/index.html", str) == '<form method="dialog"><button type="button">x</button></form>'


def test_whole_addresses_end_as_hosts_of_files_answer_them():
    text = f'"{ADDRESS}/en/help#a" "{ADDRESS}/rules.json" "{ADDRESS}/en/"'
    assert relative.whole_addresses(text, ADDRESS) == f'"{ADDRESS}/en/help/#a" "{ADDRESS}/rules.json" "{ADDRESS}/en/"'


def local_links(name, body):
    """Yield where each link of a page leads, as the name of a file, with its fragment."""
    for element in html.fromstring(body).iter():
        for attribute in LINKS:
            value = element.get(attribute) if isinstance(element.tag, str) else None
            if value and not re.match(r"[a-z]+:|//", value) and not value.startswith("#"):
                yield posixpath.normpath(posixpath.join(posixpath.dirname(name), value.partition("#")[0])), value


def test_no_link_is_dead(english):
    pages = {name: body for name, body in english.items() if name.endswith(".html")}
    assert len(pages) > 30
    elsewhere = re.compile(r"^(es|ar|zh-Hans)/")  # of another part, or a pattern for a language
    dead = {
        (name, value)
        for name, body in pages.items()
        for target, value in local_links(name, body)
        if target.replace("{code}", "en") not in english and not elsewhere.match(target)
    }
    assert dead == set()


def test_every_module_has_its_imports(english):
    for name, body in english.items():
        for found in re.findall(rb'(?:from|import\()\s*"([^"]+)"', body if name.endswith(".mjs") else b""):
            assert posixpath.normpath(f"static/js/{found.decode()}") in english, name


@pytest.mark.whole  # an export of one language; `test_no_link_is_dead` reads what came of one
def test_a_dead_link_ends_the_export(monkeypatch):
    monkeypatch.setattr("guide.web.export.site.LEFT_OUT", ("design", "glossary"))
    app = app_for(settings(), ())
    with pytest.raises(DeadLink, match="links to /en/glossary, which is not exported"):
        list(files(app, "en"))


def test_nothing_names_a_path_of_the_host(english):
    for name, body in english.items():
        if name.endswith((".html", ".mjs", ".css")):
            assert not re.search(rb"""["'(]/(?!/)[a-zA-Z]""", body), name


def test_each_page_carries_its_policies(english):
    for name, body in english.items():
        if name.endswith(".html"):
            head = body.partition(b"</head>")[0].decode()
            assert "form-action &#39;none&#39;" in head, name
            assert "script-src &#39;self&#39;" in head, name
            assert '<meta name="referrer" content="no-referrer">' in head


def test_no_page_has_a_button_or_an_address_that_sends(english):
    for name, body in english.items():
        if name.endswith(".html"):
            assert not re.search(rb'\s(?:form)?action="|type="submit"|method="post"', body), name


def test_without_an_address_nothing_claims_one(english):
    assert not [name for name in english if name.endswith((".atom", "sitemap.xml"))]
    heads = b"".join(body.partition(b"</head>")[0] for body in english.values())
    assert not re.search(rb'rel="canonical"|oembed|property="og:|hreflang="x-default"|atom\+xml', heads)


def test_with_an_address_other_programs_find_it(with_address):
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in with_address["robots.txt"]
    assert f"<loc>{ADDRESS}/en/help/</loc>" in with_address["sitemap.xml"]
    assert "<entry>" in with_address["changes.atom"]
    assert f'rel="canonical" href="{ADDRESS}/"' in with_address["index.html"]
    assert "oembed" not in with_address["index.html"]


def test_the_home_page_and_what_a_copy_says_of_itself(english):
    home = english["en/index.html"].decode()
    assert "This copy is from November 30, 2026." in " ".join(home.split())
    assert "data-expires" in home
    assert "nothing here can receive them" in english["en/privacy/index.html"].decode()
    assert "Your answers are not sent." in english["en/questions/index.html"].decode()


def test_a_host_has_a_page_for_addresses_that_do_not_exist(app):
    site = app.extensions["state"]
    plain, known = (not_found.page(site.library, site.catalogs, address).decode() for address in ("", ADDRESS))
    for page in (plain, known):
        assert "form-action &#39;none&#39;" in page.partition("</head>")[0]
        assert page.count("911") >= 4
    # It is shown at any depth, so a relative link would lead nowhere.
    elsewhere = {
        link for link in html.fromstring(plain).xpath("//a/@href") if not re.match(r"#|tel:|mailto:|https:", link)
    }
    assert elsewhere == set()
    assert f'"{ADDRESS}/es/help/"' in known
    assert f'"{ADDRESS}/es/sources/#source-' in known
    assert "/404.html" in hosting.samples("*", "", framed=False)["hosting/nginx.conf"]


@pytest.mark.parametrize("place", ["en", "en+es"])
@pytest.mark.whole
def test_the_pdfs_that_were_printed_for_it_are_linked_and_exported(tmp_path, place):
    app = app_for(replace(settings(), pdfs=tmp_path), ("pdfs", "pairs"))
    page = app.test_client().get(f"/{place}/pocket/plan").data
    (tmp_path / f"pocket-plan.{place}.pdf").write_bytes(b"%PDF-")
    (tmp_path / f"pocket-plan.{place}.pdf.sha256").write_text(handout_files.page_fingerprint(page), "utf-8")
    made = {}
    for file in files(app, "en"):
        made[file.name] = file
        if f"{place}/pocket/plan.pdf" in made:
            break
    assert made[f"{place}/pocket/plan.pdf"].body == b"%PDF-"
    assert made[f"{place}/pocket/plan.pdf"].language == place
    index = made[f"{place}/pocket/index.html"].body
    assert b'href="plan.pdf"' in index
    assert b'href="card.pdf"' not in index


def test_headers_of_hosts_are_those_of_the_server():
    made = hosting.samples("*", "", framed=False)
    assert set(made) == {"_headers", "hosting/nginx.conf", "hosting/Caddyfile"}
    for text in made.values():
        assert "frame-ancestors 'none'" in text
        assert "form-action 'none'" in text
        assert "immutable" in text
        assert "/embed/" not in text
    framed = hosting.samples("https://clinic.example.org", "", framed=True)
    assert "frame-ancestors 'self' https://clinic.example.org" in framed["_headers"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["{full}"], "is not an empty folder"),
        (["{new}", "--with", "everything"], "unknown `--with everything`; use: pairs, frames"),
        (["{new}", "--with", "pdfs"], "no browser found: install one of chromium"),
        (["{missing}/below/it"], "cannot be written: No such file or directory."),
        (["{new}", "--address", "guide"], "GUIDE_ADDRESS must be the public address"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_written(run, tmp_path, monkeypatch, words, says):
    monkeypatch.setenv("PATH", "")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("kept")
    before = sorted(tmp_path.rglob("*"))
    names = {name: tmp_path / name for name in ("full", "new", "missing")}
    result = run("export", *(word.format(**names) for word in words))
    assert result.exit_code == 2
    assert says in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.slow
@pytest.mark.whole  # two whole exports; the files of each part are looked at above
def test_two_exports_are_the_same_bytes(run, tmp_path):
    for name in ("one", "two"):
        result = run("export", tmp_path / name, "--with", "pdfs")
        assert result.exit_code == 0, result.output
        assert "together" in result.output
        assert "Without --address" in result.output
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) > 600
    assert {"legal-help.json", "rules.json", "_headers"} <= {str(path) for path in one}
    assert {path.suffix for path in one} >= {".html", ".gz", ".br", ".mjs", ".css", ".pdf"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]
