"""The guide in a frame of another site: it works within the host's restrictions, and reveals no answer to the host."""

import pytest
from support.browser_steps import asked_by, current, findings, on_questions, result_on_device, walk
from support.nearest_languages import NEAREST
from support.partnered import OWN, SLUG, with_partner
from support.sampling import sample
from support.server import hosted

SANDBOX = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox"
WORDPRESS = "allow-scripts"
LISTEN = "addEventListener('message', ({data, origin}) => (self.heard ??= []).push([data, origin]));"
OPEN_FOLDS = "() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }"
# Which places to store in the frame may use; in a sandbox without an origin of its own it is none.
STORES = """() => ["localStorage", "sessionStorage", "cookie", "caches", "indexedDB"].filter((name) => {
  try {
    if (name === "cookie") return (document.cookie = "a=b", document.cookie !== "");
    if (name === "indexedDB") return Boolean(indexedDB.open("a"));
    return Boolean(window[name]);
  } catch {
    return false;
  }
})"""


@pytest.fixture(scope="session")
def site(url):
    """The running guide under a name that is another site than the host's."""
    return url.replace("127.0.0.1", "localhost")


@pytest.fixture(scope="session")
def host():
    """The address of another site, and its pages: each path with its HTML and its policy."""
    pages = {}

    def serve(environ, start_response):
        html, policy = pages.get(environ["PATH_INFO"], ("", ""))
        headers = [("Content-Type", "text/html; charset=utf-8")]
        start_response("200 OK", headers + [("Content-Security-Policy", policy)] * bool(policy))
        return [f'<!DOCTYPE html><html lang="en"><title>Clinic</title>{html}</html>'.encode()]

    with hosted(serve) as port:
        yield f"http://127.0.0.1:{port}", pages


@pytest.fixture
def clinic(open_page, host):
    """Opens a page of the clinic; gives it when all of its frames are there."""
    address, pages = host

    def open_clinic(html, policy="", **options):
        pages["/clinic"] = (html, policy)
        return open_page(f"{address}/clinic", **options)

    return open_clinic


def frame_of(path, sandbox):
    return f'<script>{LISTEN}</script><iframe sandbox="{sandbox}" width="390" height="640" src="{path}"></iframe>'


def on_device(frame):
    frame.wait_for_selector("form[data-runs=device]")
    return frame


@pytest.mark.parametrize(
    ("sandbox", "lang"),
    [(sandbox, lang) for sandbox in (SANDBOX, WORDPRESS) for lang in sample(("es", "ar"), 1, seed=sandbox)],
)
def test_the_questions_work_in_a_sandbox(clinic, site, lang, sandbox):
    page = clinic(frame_of(f"{site}/embed/{lang}/", sandbox))
    frame = page.frames[1]
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert frame.evaluate(STORES) == []
    frame.click("main a[href$='/questions']")
    on_device(frame)
    asked = walk(frame, {"held": ["yes"]})
    assert "held" in asked
    assert not on_questions(frame)
    assert findings(frame)["today/now/detained"] == "applies"
    assert frame.get_attribute("html", "lang") == lang
    frame.click("[data-move=change]")
    assert current(frame) == asked[0]


@pytest.mark.whole
def test_back_and_language_change_work_without_history(clinic, site):
    page = clinic(frame_of(f"{site}/embed/en/questions", WORDPRESS))
    frame = on_device(page.frames[1])
    length = page.evaluate("history.length")
    asked = []
    for _ in range(3):
        asked.append(current(frame))
        frame.click("[data-move=next]")
    frame.click("[data-move=back]")
    assert current(frame) == asked[2]
    frame.click("details.languages summary")
    frame.click("button[data-language=es]")
    frame.wait_for_selector("html[lang=es]")
    frame.click("[data-move=back]")
    assert current(frame) == asked[1]
    assert page.evaluate("history.length") == length


@pytest.mark.parametrize("lang", sample(("es", "ar"), 1))
def test_without_script_the_form_goes_to_the_result(clinic, site, lang):
    page = clinic(frame_of(f"{site}/embed/{lang}/questions", SANDBOX), script=False)
    frame = page.frames[1]
    frame.check("[name=held][value=yes]")
    with page.expect_event("framenavigated"):
        frame.click("#guide .on-server [type=submit]")
    frame.wait_for_selector("#again")
    assert frame.url == f"{site}/embed/{lang}/result"
    assert frame.get_attribute("html", "lang") == lang
    assert findings(frame)["today/now/detained"] == "applies"
    # Leaving opens another tab: it never leads the frame away.
    assert frame.get_attribute("a.exit", "target") == "_blank"


def test_a_link_that_cannot_open_shows_its_address(clinic, site):
    page = clinic(frame_of(f"{site}/embed/en/", WORDPRESS))
    frame = page.frames[1]
    frame.evaluate(OPEN_FOLDS)
    frame.click("a[href='/en/examples']")
    assert frame.inner_text(".address") == f"{site}/en/examples"
    assert len(page.context.pages) == 1


@pytest.mark.whole
def test_a_link_that_can_open_goes_to_the_full_site(clinic, site):
    page = clinic(frame_of(f"{site}/embed/en/", SANDBOX))
    with page.context.expect_page() as opened:
        page.frames[1].evaluate(OPEN_FOLDS)
        page.frames[1].click("a[href='/en/examples']")
    opened.value.wait_for_url(f"{site}/en/examples")
    assert opened.value.evaluate("opener") is None


def test_the_host_sees_the_same_for_all_answers(clinic, site):
    def seen(answers):
        page = clinic(frame_of(f"{site}/embed/en/questions", SANDBOX))
        frame = on_device(page.frames[1])
        asked = asked_by(page.context)
        steps = walk(frame, answers)
        page.wait_for_timeout(200)
        heard = page.evaluate("heard")
        reported = [
            page.evaluate("[history.length, scrollY, document.activeElement.tagName, frames.length]"),
            heard,
            asked,
        ]
        return reported, steps

    nothing, few = seen({})
    answers, many = seen({"held": ["yes"], "police": ["conviction"], "offense": ["theft"]})
    assert nothing == answers
    _, heard, asked = nothing
    assert asked == []
    # The tallest question, then the result.
    assert [set(data) for data, _ in heard] == [{"guide", "height"}] * 2
    assert heard[1] == [{"guide": 1, "height": 700}, "null"]
    assert few != many, "the two must have been asked different questions"


def test_embed_js_makes_frames_and_sets_only_their_heights(clinic, site):
    html = f"""<style>iframe {{ height: auto !important }}</style><script src="{site}/embed.js"></script>
      <guidelines-guide lang="es"><a href="{site}/es/">Guía</a></guidelines-guide>
      <p><a data-guidelines-guide href="{site}/ar/questions">Guide</a></p><div id="shadow"></div>"""
    policy = f"default-src 'none'; script-src {site}; frame-src {site}; style-src 'unsafe-inline'"
    page = clinic(html, policy, viewport={"width": 390, "height": 2400})
    page.evaluate("""() => {
      const root = document.querySelector('#shadow').attachShadow({mode: 'open'});
      root.append(document.createElement('guidelines-guide'));
    }""")
    first = page.locator("guidelines-guide > iframe").first
    assert first.get_attribute("sandbox") == SANDBOX
    assert first.get_attribute("title") == "Conozca las pautas"
    assert first.get_attribute("src") == f"{site}/embed/es/"
    assert not page.query_selector("p a, guidelines-guide > a")
    assert page.evaluate("Boolean(document.querySelector('#shadow').shadowRoot.querySelector('iframe'))")
    page.wait_for_selector("guidelines-guide > iframe:not([style*='height: 700px'])")
    height = first.evaluate("frame => frame.style.height")
    # What is no message of that frame, or has another shape, changes nothing.
    page.evaluate("postMessage({guide: 1, height: 999}, '*')")
    frame = page.frames[1]
    for data in ("{guide: 1, height: 999, more: 1}", "{guide: 1, height: 199}", "{guide: 2, height: 999}", "null"):
        frame.evaluate(f"parent.postMessage({data}, '*')")
    page.wait_for_timeout(200)
    assert first.evaluate("frame => frame.style.height") == height
    frame.evaluate("parent.postMessage({guide: 1, height: 999}, '*')")
    page.wait_for_selector("guidelines-guide > iframe[style*='height: 999px']")
    assert first.bounding_box()["height"] == 999  # whatever the theme of the host says
    others = page.evaluate("[...document.querySelectorAll('iframe')].slice(1).map(frame => frame.style.height)")
    assert "999px" not in others


def test_where_the_host_forbids_frames_there_is_a_link(clinic, site):
    html = f"""<script src="{site}/embed.js"></script><guidelines-guide lang="es"></guidelines-guide>
      <p><a data-guidelines-guide href="{site}/es/">Guide</a></p>"""
    page = clinic(html, f"default-src 'none'; script-src {site}", viewport={"width": 390, "height": 2400})
    page.wait_for_selector("p a")
    assert page.get_attribute("guidelines-guide a", "href") == f"{site}/es/"
    assert not page.query_selector("iframe")


@pytest.mark.whole
def test_a_partner_shares_the_guide_on_its_own_site(clinic, serve, tmp_path_factory):
    site = serve(with_partner(tmp_path_factory.mktemp("partner"))).replace("127.0.0.1", "localhost")
    html = f"""<script src="{site}/embed.js"></script>
      <guidelines-guide lang="ar" partner="{SLUG}" topic="questions"></guidelines-guide>"""
    page = clinic(html, f"default-src 'none'; script-src {site}; frame-src {site}")
    page.wait_for_selector("guidelines-guide > iframe")
    frame = on_device(page.frames[1])
    assert frame.url == f"{site}/embed/p/{SLUG}/ar/questions"
    result_on_device(frame, {"held": ["yes"]})
    assert frame.is_visible(f"[data-partner={SLUG}]")
    assert frame.query_selector(f"[data-helper={OWN}]")
    assert findings(frame)["today/now/detained"] == "applies"


def test_the_nearest_language_is_shown(clinic, site):
    """That of the element, or of what it stands in."""
    wanted = [(tag, "en", f"/{code}/") for tag, code in NEAREST.items()]
    wanted += [("", "ar-EG", "/ar/"), ("tlh", "es", "/en/")]
    langs = [f'lang="{mark}"' if mark else "" for mark, _, _ in wanted]
    parts = [
        f'<div lang="{page_lang}"><guidelines-guide {lang}></guidelines-guide></div>'
        for lang, (_, page_lang, _) in zip(langs, wanted, strict=True)
    ]
    page = clinic(f'{"".join(parts)}<script src="{site}/embed.js"></script>')
    made = page.eval_on_selector_all("guidelines-guide iframe", "all => all.map((one) => one.getAttribute('src'))")
    assert made == [f"{site}/embed{path}" for _, _, path in wanted]


@pytest.mark.whole
def test_a_report_only_policy_removes_nothing(clinic, site):
    page = clinic(f'<script src="{site}/embed.js"></script><guidelines-guide lang="es"></guidelines-guide>')
    page.evaluate(
        """(blockedURI) => document.dispatchEvent(new SecurityPolicyViolationEvent("securitypolicyviolation",
        {blockedURI, effectiveDirective: "frame-src", disposition: "report"}))""",
        f"{site}/embed/es/",
    )
    assert page.query_selector("guidelines-guide iframe")


@pytest.mark.whole
def test_a_policy_without_a_disposition_counts_as_enforced(clinic, site):
    """Safari before 15 does not."""
    page = clinic(f'<script src="{site}/embed.js"></script><guidelines-guide lang="es"></guidelines-guide>')
    page.evaluate(
        """(blockedURI) => document.dispatchEvent(Object.assign(new Event("securitypolicyviolation"),
        {blockedURI, effectiveDirective: "frame-src"}))""",
        f"{site}/embed/es/",
    )
    assert page.get_attribute("guidelines-guide a", "href") == f"{site}/es/"


def test_a_link_inside_a_result_moves_the_frame_and_not_the_page_around_it(clinic, site):
    room = "<div style='height:1200px'></div>"
    page = clinic(f"{room}{frame_of(f'{site}/embed/en/questions', SANDBOX)}{room}")
    frame = on_device(page.frames[1])
    page.evaluate("scrollTo(0, 700)")
    result_on_device(frame, {"held": ["yes"]})
    before = page.evaluate("scrollY")
    frame.evaluate('document.querySelector(\'.contents a[href="#sources"], a[href="#sources"]\').click()')
    page.wait_for_timeout(200)
    assert frame.evaluate("scrollY") > 500
    assert page.evaluate("scrollY") == before
