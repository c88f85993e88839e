"""Embedding in a real WordPress: by a pasted URL, in its own sandbox, and by our snippets."""

import json

import pytest
from support import wordpress
from support.browser_steps import current, findings, on_questions, walk

pytestmark = pytest.mark.wordpress

CLASSIC, BLOCKS = "twentytwentyone", "twentytwentythree"
FRAME = "iframe.wp-embedded-content"
HEARD = "if (self === top) addEventListener('message', ({data}) => (self.heard ??= []).push(data));"
AROUND = "[history.length, location.href, document.title]"
SANDBOX = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox"


@pytest.fixture(scope="module")
def site(serve):
    """The guide, which knows its address: another site than that of the clinic."""
    return serve(known_as="localhost")


@pytest.fixture(scope="module")
def clinic(site):
    with wordpress.running(site) as started:
        print(f"WordPress {started.version}")
        yield started


@pytest.fixture
def read(open_page, clinic):
    """Publishes a post and opens it as a reader; what its page hears is in `heard`."""

    def publish(content, theme=BLOCKS, by="author", **options):
        address = clinic.post(content, by=by)
        page = open_page("about:blank", **options)
        page.add_init_script(HEARD)
        page.goto(f"{address}&theme={theme}")
        return page

    return publish


def line(address):
    return f"Know your rights.\n\n{address}\n\nCall us."


def block(address):
    block = json.dumps({"url": address, "type": "rich"})
    inside = f'<div class="wp-block-embed__wrapper">\n{address}\n</div>'
    return (
        f'<!-- wp:embed {block} -->\n<figure class="wp-block-embed is-type-rich">{inside}</figure>\n<!-- /wp:embed -->'
    )


def html(code):
    return f"<!-- wp:html -->\n{code}\n<!-- /wp:html -->"


def framed(page, selector=FRAME):
    """The one frame on the page, when its guide is there."""
    shown = page.locator(selector)
    shown.scroll_into_view_if_needed()
    frame = shown.element_handle().content_frame()
    frame.wait_for_selector("main h1")
    return frame


def finish(frame):
    """From the start page over all questions to the result; gives the questions."""
    frame.click("main a[href$='/questions']")
    frame.wait_for_selector("form[data-runs=device]")
    asked = walk(frame, {"held": ["yes"]})
    assert not on_questions(frame)
    assert findings(frame)["today/now/detained"] == "applies"
    assert frame.is_visible("[data-finding='today/now/detained']")
    return asked


@pytest.mark.parametrize("theme", [CLASSIC, BLOCKS])
@pytest.mark.parametrize("paste", [line, block])
def test_a_pasted_url_becomes_a_full_width_frame(read, site, paste, theme):
    page = read(paste(f"{site}/es/"), theme)
    shown = page.locator(FRAME)
    left = shown.evaluate("frame => Object.fromEntries([...frame.attributes].map(({name, value}) => [name, value]))")
    left.pop("style", None)
    secret = left["data-secret"]
    assert left == {
        "class": "wp-embedded-content",
        "sandbox": "allow-scripts",
        "security": "restricted",
        "title": "Conozca las pautas",
        "src": f"{site}/embed/es/#?secret={secret}",
        "data-secret": secret,
        "width": "100%",
        "frameborder": "0",
        "height": "700",
    }
    frame = framed(page)
    assert frame.get_attribute("html", "lang") == "es"
    box = shown.bounding_box()
    assert box["height"] == 700
    assert box["width"] == shown.evaluate("frame => frame.parentElement.clientWidth") > 320
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    # Nothing covers or clips it.
    assert shown.evaluate("""frame => {
      const {x, y, width} = frame.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + 50) === frame;
    }""")


@pytest.mark.parametrize("lang", ["es", "ar"])
def test_the_questions_work_in_the_post(read, site, lang):
    frame = framed(read(line(f"{site}/{lang}/")))
    asked = finish(frame)
    assert "held" in asked
    assert frame.get_attribute("html", "lang") == lang
    frame.click("[data-move=change]")
    assert current(frame) == asked[0]


def test_the_post_and_the_network_learn_no_answer(read, site):
    page = read(line(f"{site}/es/"))
    frame = framed(page)
    before, asked = page.evaluate(AROUND), []
    page.context.on("request", lambda request: asked.append(request))
    finish(frame)
    assert page.evaluate(AROUND) == before
    heard = page.evaluate("heard")
    assert heard
    assert all(set(data) == {"guide", "height"} for data in heard)
    assert all(request.method == "GET" and request.post_data is None for request in asked)
    paths = {request.url.removeprefix(site).partition("#")[0] for request in asked}
    pages = {path for path in paths if not path.startswith("/static/")}
    files = {f"/embed/es/questions/{name}.html" for name in ("today", "old", "english")}
    assert pages == {"/embed/es/questions", *files}
    assert not [path for path in paths if "?" in path or "held" in path]


def test_a_page_without_a_frame_gives_the_home_page(read, site):
    page = read(line(f"{site}/es/timeline"))
    assert page.get_attribute(FRAME, "src").startswith(f"{site}/embed/es/#")
    assert framed(page).is_visible("main a[href$='/questions']")


def test_a_link_to_the_full_site_shows_its_url(read, site):
    page = read(line(f"{site}/en/"))
    frame = framed(page)
    frame.click("a[href='/en/examples']")
    assert frame.inner_text(".address") == f"{site}/en/examples"
    assert len(page.context.pages) == 1


def test_without_script_everything_can_be_read(read, site):
    page = read(line(f"{site}/es/"), script=False)
    frame = framed(page)
    frame.click("main .doors a[href$='/explain']")
    frame.wait_for_url(f"{site}/embed/es/explain")
    assert frame.is_visible("main h1")


def test_without_script_wordpress_lets_no_answer_be_sent(read, site):
    page = read(line(f"{site}/es/questions"), script=False)
    frame = framed(page)
    frame.check("[name=held][value=yes]")
    with page.expect_event("console", lambda message: "allow-forms" in message.text):
        frame.click("#guide .on-server [type=submit]")
    assert frame.url.startswith(f"{site}/embed/es/questions")


def test_an_address_without_a_page_stays_text(read, site):
    page = read(line(f"{site}/es/result"))
    assert not page.query_selector("iframe")
    assert page.get_by_text(f"{site}/es/result").is_visible()


def test_the_editor_shows_and_publishes_what_an_author_embeds(open_page, clinic, site):
    page = open_page(f"{clinic.address}/wp-login.php", viewport={"width": 1280, "height": 900})
    page.fill("#user_login", "author")
    page.fill("#user_pass", "author")
    page.click("#wp-submit")
    page.wait_for_url("**/wp-admin/")
    page.goto(f"{clinic.address}/wp-admin/post-new.php")
    page.click("[role=dialog] button[aria-label^=Close]")
    page.click("[aria-label='Add title']")
    page.keyboard.type("Know your rights\n/embed")
    page.get_by_role("option", name="Embed", exact=True).click()
    page.get_by_placeholder("Enter URL").fill(f"{site}/es/")
    page.keyboard.press("Enter")
    framed(page, f".wp-block-embed {FRAME}")
    # No fixed proportion, which would leave half a screen of it on a phone.
    saved = page.evaluate("wp.data.select('core/editor').getEditedPostContent()")
    assert "is-provider-know-the-guidelines" in saved
    assert "aspect" not in saved
    page.click(".editor-post-publish-panel__toggle")
    page.click(".editor-post-publish-button")
    page.click(".post-publish-panel__postpublish-header a")
    page.wait_for_url(f"{clinic.address}/?p=*")
    finish(framed(page))


def snippet(site):
    link = f'<a href="{site}/es/">Conozca las pautas</a>'
    return html(f'<script src="{site}/embed.js" async></script>\n<guidelines-guide lang="es">{link}</guidelines-guide>')


@pytest.mark.parametrize("theme", [CLASSIC, BLOCKS])
def test_the_snippet_of_an_administrator_runs(read, site, theme):
    page = read(snippet(site), theme, by="administrator")
    frame = framed(page, "guidelines-guide > iframe")
    assert page.get_attribute("guidelines-guide > iframe", "sandbox") == SANDBOX
    page.wait_for_selector("guidelines-guide > iframe:not([style*='height: 700px'])")
    finish(frame)


def test_wordpress_keeps_only_the_link_of_an_authors_snippet(read, site):
    page = read(snippet(site), by="author")
    assert page.is_visible(f".entry-content a[href='{site}/es/']")
    assert not page.query_selector("iframe, guidelines-guide, script[src$='/embed.js']")


def test_the_frame_of_an_administrator_stays_as_it_is(read, site):
    code = f'<iframe src="{site}/embed/es/" title="Guía" width="100%" height="700" sandbox="{SANDBOX}"></iframe>'
    page = read(html(code), by="administrator")
    assert page.get_attribute(".entry-content iframe", "sandbox") == SANDBOX
    finish(framed(page, ".entry-content iframe"))
