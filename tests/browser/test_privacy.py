"""No answer is stored or sent."""

import pytest
from support.browser_steps import asked_by, tick, walk
from support.sampling import sample
from support.secret_words import ANSWERS, words
from support.storage import EMPTY, STORES


@pytest.fixture(scope="session")
def browser(real_chromium):
    """What is left in history, in memory and on disk is asked of the browser that people have."""
    return real_chromium


@pytest.mark.parametrize("lang", sample(["en", "es"], 1))
def test_a_full_walk_requests_and_stores_nothing(guide, lang):
    page = guide(lang)
    page.wait_for_load_state("networkidle")
    requests = asked_by(page)
    walk(page, ANSWERS)
    assert requests == []
    assert page.evaluate(STORES) == EMPTY
    assert page.context.cookies() == []


def test_history_holds_a_plain_counter_and_one_title(guide):
    page = guide()
    titles = set()
    for count in range(3):
        titles.add(page.title())
        assert page.evaluate("history.state") == {"step": count}
        assert page.url.endswith("/en/questions")
        page.click("[data-move=next]")
    assert len(titles) == 1


@pytest.fixture
def profile(playwright, chromium_path, tmp_path, url):
    """Opens Chromium with a profile that stays on disk; gives the way to open it again."""

    def open_browser():
        return playwright.chromium.launch_persistent_context(
            tmp_path, executable_path=chromium_path, base_url=url, args=["--restore-last-session"]
        )

    return open_browser


def on_disk(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file() and "Session" in str(path))


def test_the_profile_on_disk_holds_no_answer_after_a_walk_with_script(profile, tmp_path, library):
    context = profile()
    page = context.new_page()
    page.goto("/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    walk(page, ANSWERS)
    page.wait_for_timeout(3000)  # Chromium writes its session files a moment later
    context.close()
    kept = on_disk(tmp_path)
    assert b"/en/questions" in kept or "/en/questions".encode("utf-16-le") in kept, "the session files were not written"
    secrets = words() | {question.ask for question in library.questions}
    for secret in secrets:
        assert secret.encode() not in kept, secret
        assert secret.encode("utf-16-le") not in kept, secret


def test_no_tick_is_restored_after_back_or_in_a_reopened_tab(profile):
    context = profile()
    page = context.new_page()
    page.goto("/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    tick(page, "held", ["yes"])
    page.goto("/en/help")
    page.go_back()
    page.wait_for_selector("form[data-runs=device]")
    assert not page.is_checked("[name=held][value=yes]")
    tick(page, "held", ["yes"])
    page.wait_for_timeout(3000)
    context.close()
    reopened = profile()
    for page in [*reopened.pages, reopened.new_page()]:
        page.goto("/en/questions")
        page.wait_for_selector("form[data-runs=device]")
        assert not page.is_checked("[name=held][value=yes]")
    reopened.close()
