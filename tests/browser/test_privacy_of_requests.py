"""No request carries an answer, and no title tells one."""

from support.browser_steps import result_on_device, walk
from support.secret_words import ANSWERS, words


def test_when_script_runs_no_request_carries_an_answer_and_none_goes_elsewhere(open_page, url):
    page = open_page("/en/")
    requests = []
    page.on("request", lambda request: requests.append(request))
    page.goto("/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    walk(page, ANSWERS)
    page.click("[data-move=change]")
    walk(page, ANSWERS)
    assert requests
    secrets = words()
    for request in requests:
        assert request.url.startswith(url + "/")
        assert request.method == "GET"
        assert request.post_data is None
        path = request.url.removeprefix(url)
        assert "?" not in path
        assert not [word for word in secrets if word in path], path
        assert not request.headers.get("referer")


def test_every_result_has_the_same_title(guide):
    titles = set()
    for answers in ({}, ANSWERS):
        page = guide()
        result_on_device(page, answers)
        titles.add(page.title())
    assert len(titles) == 1
