"""Sharing: links contain explanations, never answers."""

import random
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect
from support.browser_steps import asked_by, result_on_device
from support.sampling import WHOLE

from guide.engine.sharing import can_be_picked, code

FRAGMENT = re.compile(r"#f-[a-z2-7]{5}(\.[a-z2-7]{5})*$")


def pick(page, count=3):
    boxes = page.locator("#picker details[open] input")
    for index in range(count):
        boxes.nth(index).check()
    return page.eval_on_selector_all("#picker input:checked", "all => all.map(one => one.value)")


def shown(page):
    return page.eval_on_selector_all(
        "main article.finding", "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.share)"
    )


@pytest.mark.whole
def test_a_link_opens_the_same_explanations_in_another_language(look):
    page = look("/es/advocates")
    picked = pick(page)
    page.select_option("[data-send=language]", "ar")
    link = page.get_attribute("[data-send=link]", "href")
    page.goto(link)
    page.wait_for_selector("#shared:not([hidden])")
    assert page.get_attribute("html", "lang") == "ar"
    assert sorted(shown(page)) == sorted(picked)
    page.click(".languages summary")
    with page.expect_navigation():
        page.click('a[data-language="en"]')
    page.wait_for_selector("#shared:not([hidden])")
    assert page.get_attribute("html", "lang") == "en"
    assert sorted(shown(page)) == sorted(picked)
    assert page.is_visible("#today .highlight")
    assert page.is_visible("#help")


@pytest.mark.whole
def test_a_mistyped_link_still_opens_only_what_was_picked_in_a_frame_too(look, library):
    """A browser keeps the fragment when it is sent on to the page that was meant."""
    today = library.guidelines["today"]
    picked = [code(today, each) for each in today.findings if can_be_picked(library, each)][:2]
    page = look(f"/embed/es-MX/Explain/all/#f-{'.'.join(picked)}")
    page.wait_for_selector("#shared:not([hidden])")
    assert "/embed/es/explain/all#f-" in page.url
    assert sorted(shown(page)) == sorted(picked)


def test_the_fragment_holds_codes_and_nothing_else(look, library):
    page = look("/en/advocates")
    pick(page, 5)
    fragment = page.get_attribute("[data-send=link]", "href").partition("/en/explain/all")[2]
    visible, _, directive = fragment.partition(":~:text=")
    assert FRAGMENT.fullmatch(visible)
    assert directive in visible
    words = set(re.split(r"[#.\-]", visible))
    for question in library.questions:
        assert not words & {question.id, *question.option_ids}


def test_no_request_carries_the_fragment(open_page):
    page = open_page("/en/advocates")
    (picked, *_) = pick(page)
    requests = []
    page.on("request", lambda request: requests.append((request.url, request.headers.get("referer", ""))))
    page.evaluate("link => window.location.assign(link)", page.get_attribute("[data-send=link]", "href"))
    page.wait_for_selector("#shared:not([hidden])")
    page.wait_for_load_state("load")
    assert requests
    assert not [one for one in requests if picked in one[0].partition("#")[0] + one[1]]


def test_two_different_results_lead_to_the_same_share_screen(guide):
    screens = []
    for answers in ({"held": ["yes"], "police": ["arrest"]}, {"time": ["5-to-10"], "family": ["caregiver"]}):
        page = guide()
        result_on_device(page, answers)
        with page.context.expect_page() as opened:
            page.click('#again a[href$="/advocates"]')
        share = opened.value
        share.wait_for_selector("#picker:not([hidden])")
        assert share.url.endswith("/en/advocates")
        assert share.eval_on_selector_all("input:checked", "all => all.length") == 0
        screens.append(share.inner_html("body"))
    assert screens[0] == screens[1]


def test_forged_fragments_do_no_harm(look, app, library):
    today = library.guidelines["today"]
    real = code(today, next(finding for finding in today.findings if finding.id == "now/no-safe-places"))
    page = look("/en/explain/all")
    everything = page.eval_on_selector_all("main article.finding", "all => all.length")
    chance = random.Random(20261122)
    letters = "abcxyz234567._-%<>\"'#?=&/ \u0627\u202e"
    forged = ["f-", "f-<img>", "f-aaaaa", "f-" + "aaaaa." * 200 + "aaaaa", "?secret=1", f"x-{real}", "today"]
    forged += ["f-" + "".join(chance.choices(letters, k=chance.randint(1, 40))) for _ in range(60 if WHOLE else 15)]
    for fragment in forged:
        go_to(page, fragment)
        assert len(shown(page)) == everything, fragment
        # A damaged link says that it shows everything; any other fragment is none of ours.
        assert page.is_visible("#shared [data-none]") == fragment.startswith("f-"), fragment
        assert page.is_visible("#shared") == fragment.startswith("f-"), fragment
    go_to(page, f"f-{real}.aaaaa")
    assert shown(page) == [real]
    assert page.is_visible("[data-unknown]")


def go_to(page, fragment):
    page.evaluate("hash => { window.location.hash = hash; }", fragment)
    page.evaluate("() => new Promise((done) => setTimeout(done))")


READ = "([module, hash]) => import(module).then(({ codesIn }) => codesIn(hash))"


def test_codes_are_read_where_the_engine_leaves_the_text_in_the_hash(look, app):
    """Firefox before 131 and Safari before 16.1 leave `:~:text=` in the hash, Chromium takes it out."""
    page, module = look("/en/explain/all"), app.extensions["state"].assets.url("js/share.mjs")
    assert page.evaluate(READ, [module, "#f-aaaaa.bbbbb:~:text=aaaaa"]) == ["aaaaa", "bbbbb"]
    assert page.evaluate(READ, [module, "#today:~:text=aaaaa"]) is None


@pytest.mark.parametrize("after", ["%3A~%3Atext={}", ".", ".{}"])
@pytest.mark.whole
def test_codes_are_read_where_an_app_changed_the_link(look, library, after):
    """Some apps encode what they paste, and chats take the full stop of a sentence into the link."""
    today = library.guidelines["today"]
    real = code(today, next(finding for finding in today.findings if finding.id == "now/no-safe-places"))
    page = look("/en/explain/all")
    go_to(page, f"f-{real}{after.format(real)}")
    assert shown(page) == [real]
    assert page.is_hidden("[data-unknown]")


@pytest.mark.parametrize("path", ["/es/explain", "/es/explain/all"])
@pytest.mark.whole
def test_without_script_the_link_shows_everything_and_scrolls_to_the_first_one(open_page, library, path):
    today = library.guidelines["today"]
    real = code(today, next(finding for finding in today.findings if finding.id == "now/no-safe-places"))
    page = open_page(f"{path}#f-{real}:~:text={real}", script=False)
    article = page.locator(f'[data-share="{real}"]')
    assert article.is_visible()
    expect(article.locator("[data-code]")).to_be_in_viewport()


def test_the_code_on_the_screen_decodes_to_the_link(look, tmp_path):
    page = look("/zh-Hans/advocates")
    pick(page, 4)
    page.locator(".qr svg").screenshot(path=tmp_path / "code.png")
    (found,) = zxingcpp.read_barcodes(Image.open(tmp_path / "code.png"))
    assert found.text == page.get_attribute("[data-send=link]", "href")


@pytest.mark.whole
def test_the_send_options_have_the_link_and_nothing_is_sent_automatically(open_page):
    page = open_page("/en/advocates", permissions=["clipboard-write"])
    # Our policy forbids reading the clipboard, to everybody: so the test listens where it is written.
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    requests = asked_by(page)
    pick(page)
    link = page.get_attribute("[data-send=link]", "href")
    page.click("[data-send=copy]")
    page.wait_for_function("document.querySelector('[data-send=copied]').textContent")
    assert page.evaluate("window.copied") == link
    for way, start in (("whatsapp", "https://wa.me/?text="), ("sms", "sms:?&body="), ("mail", "mailto:?subject=")):
        href = page.get_attribute(f"[data-send={way}]", "href")
        assert href.startswith(start)
        assert link in page.evaluate("text => decodeURIComponent(text)", href)
    assert requests == []


@pytest.mark.whole
def test_presenting_goes_one_by_one_by_arrow_keys(look):
    page = look("/en/advocates")
    picked = pick(page, 2)
    page.goto(page.get_attribute("[data-send=present]", "href"))
    visible = "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.share ?? 'truth')"
    seen = []
    for _ in range(4):
        seen += page.eval_on_selector_all("[data-slide]", visible)
        page.keyboard.press("ArrowRight")
    assert seen == ["truth", *picked, picked[-1]]
    page.keyboard.press("ArrowLeft")
    assert page.eval_on_selector_all("[data-slide]", visible) == picked[:1]


@pytest.mark.whole
def test_the_left_arrow_goes_forward_in_right_to_left_text(look):
    page = look("/ar/present")
    page.keyboard.press("ArrowLeft")
    assert page.is_hidden("[aria-labelledby=slide-truth]")
