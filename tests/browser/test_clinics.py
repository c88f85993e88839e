"""The builder for clinics, and a partner's pages, in a real browser."""

import pytest
from support.axe import violations
from support.partnered import SLUG, with_partner
from support.sampling import sample

MODES = [(320, "light"), (1280, "dark")]


@pytest.fixture(scope="module")
def partner_url(serve, tmp_path_factory):
    return serve(with_partner(tmp_path_factory.mktemp("partner")))


@pytest.fixture
def clinics(open_page, partner_url):
    """The page for clinics of a site that has a partner, and the addresses that it asks for."""

    def start(**options):
        page = open_page("about:blank", **options)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url.removeprefix(partner_url)))
        page.goto(f"{partner_url}/en/clinics")
        return page

    return start


def snippet(page, name):
    return page.text_content(f"[data-snippet={name}]")


@pytest.mark.whole
def test_the_snippets_follow_the_choices(clinics, partner_url):
    page = clinics()
    page.wait_for_selector("[data-preview] iframe")
    assert snippet(page, "script") == (
        f'<script src="{partner_url}/embed.js" async></script>\n<guidelines-guide lang="en">'
        f'<a href="{partner_url}/en/">Know the Guidelines</a></guidelines-guide>'
    )
    page.select_option("[name=lang]", "es")
    page.select_option("[name=topic]", "help")
    page.select_option("[name=width]", "480")
    assert f'<guidelines-guide lang="es" topic="help"><a href="{partner_url}/es/help">' in snippet(page, "script")
    assert f'<iframe src="{partner_url}/embed/es/help"' in snippet(page, "frame")
    assert 'width="480"' in snippet(page, "frame")
    shown = page.locator("[data-preview] iframe")
    assert shown.get_attribute("src") == "/embed/es/help"
    assert shown.get_attribute("width") == "480"


def test_a_partner_sets_the_start_page_and_the_languages(clinics, partner_url):
    page = clinics()
    page.select_option("[name=lang]", "zh-Hans")
    page.select_option("[name=partner]", SLUG)
    assert f'<guidelines-guide lang="en" partner="{SLUG}" topic="questions">' in snippet(page, "script")
    assert f'src="{partner_url}/embed/p/{SLUG}/en/questions"' in snippet(page, "frame")
    assert page.is_disabled("[name=lang] option[value=zh-Hans]")
    page.select_option("[name=partner]", "")
    assert not page.is_disabled("[name=lang] option[value=zh-Hans]")


@pytest.mark.whole
def test_the_snippet_of_the_builder_is_that_of_the_page_without_script(clinics, open_page, partner_url):
    page = clinics()
    page.wait_for_selector("[data-preview] iframe")
    built = [snippet(page, name) for name in ("script", "frame")]
    plain = open_page(f"{partner_url}/en/clinics", script=False)
    assert plain.is_hidden("#builder")
    ready = plain.locator("details[open] pre").all_text_contents()
    assert [text.replace("https://guide.example.org", partner_url) for text in ready[:2]] == built


def test_only_the_preview_is_requested_and_nothing_is_stored(clinics):
    page = clinics()
    page.wait_for_selector("[data-preview] iframe")
    page.asked.clear()
    page.select_option("[name=lang]", "ar")
    page.wait_for_function("document.querySelector('[data-preview] iframe').src.endsWith('/embed/ar/')")
    page.locator("[data-preview]").scroll_into_view_if_needed()
    page.select_option("[name=width]", "320")
    assert {path for path in page.asked if not path.startswith("/static/")} <= {"/embed/ar/"}
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert page.evaluate("location.search + location.hash") == ""


@pytest.mark.parametrize(
    "path", [*sample(["en/clinics", "ar/clinics"], 1), *sample([f"p/{SLUG}/en/", f"p/{SLUG}/ar/help"], 1, seed=0)]
)
@pytest.mark.whole
def test_axe_finds_nothing(open_page, partner_url, path):
    page = open_page(f"{partner_url}/{path}", reduced_motion="reduce")
    # The embed pages are looked at by themselves.
    page.evaluate("document.querySelector('[data-preview]')?.replaceChildren()")
    assert violations(page, sample(MODES, 1, seed=path)) == []


@pytest.mark.parametrize("path", ["en/clinics", f"p/{SLUG}/en/", f"p/{SLUG}/ar/"])
@pytest.mark.whole
def test_nothing_is_wider_than_a_small_phone(open_page, partner_url, path):
    page = open_page(f"{partner_url}/{path}", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_language_changes_in_place_on_a_partner_page(open_page, partner_url):
    page = open_page(f"{partner_url}/p/{SLUG}/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    page.click(".languages summary")
    page.click("nav [data-language=es]")
    page.wait_for_selector("html[lang=es] form[data-runs=device]")
    assert page.url == f"{partner_url}/p/{SLUG}/es/questions"
    assert page.is_visible(f"[data-partner={SLUG}]")


def seen(page, selector):
    return [each.inner_text() for each in page.locator(selector).all() if each.is_visible()]


@pytest.mark.whole
def test_the_checklist_follows_the_choices(clinics, partner_url):
    page = clinics()
    assert seen(page, "[data-named]") == []
    page.select_option("[name=partner]", SLUG)
    page.select_option("[name=lang]", "es")
    (language,) = seen(page, "li[data-speaks]")
    assert language.startswith("Español")
    (sentence,) = seen(page, "blockquote[data-speaks]")
    assert "Conozca las pautas" in sentence
    (colour,) = seen(page, "[data-named]")
    assert "Sample Clinic & Friends" in colour
    assert snippet(page, "policy") == f"script-src {partner_url}\nframe-src {partner_url}"
    assert seen(page, "[data-ready]") == []


def test_without_script_the_checklist_is_complete(open_page, partner_url):
    page = open_page(f"{partner_url}/en/clinics", script=False)
    assert len(seen(page, "blockquote[data-speaks]")) == len(seen(page, "li[data-speaks]")) >= 4
    assert len(seen(page, "[data-named]")) == 1
    assert seen(page, "[data-ready]")


@pytest.mark.whole
def test_the_preview_is_the_real_framed_page(clinics):
    page = clinics()
    page.select_option("[name=partner]", SLUG)
    page.select_option("[name=lang]", "ar")
    page.select_option("[name=topic]", "today")
    page.locator("[data-preview]").scroll_into_view_if_needed()
    frame = page.frame_locator("[data-preview] iframe")
    frame.locator(f"html[lang=ar] [data-partner={SLUG}]").wait_for()
    assert frame.locator("h1").is_visible()
