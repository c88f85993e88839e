"""What frightened people do on this site, done in three real engines."""

import json
import re

import pytest
from support.browser_steps import expected
from support.engines.session_store import kept
from support.engines.steps import ON_DEVICE, RESULT
from support.failing import ANSWERS, without
from support.site_pages import NAMES

from guide.engine.explain import explain

URGENT = ("held", "officers", "papers", "plan", "steps")
WORDPRESS = "allow-scripts"  # what WordPress enforces on a frame
KEPT = """({cookie: document.cookie, stored: localStorage.length + sessionStorage.length,
  state: JSON.stringify(history.state)})"""
FIRST_FOLD = "document.querySelector('main details:not([open]) > summary')"
OPENED = "document.querySelector('main details[open] > :not(summary)').clientHeight > 0"
LANGUAGE = "document.documentElement.lang"
TICKED = "[...document.querySelectorAll('#guide input:checked')].map((one) => one.name + '=' + one.value)"
SKIP = """(() => {
  const { bottom, top, width } = document.querySelector(".skip").getBoundingClientRect();
  return bottom > 0 && top < innerHeight && width > 1;
})()"""
FIELDS = "[...document.querySelectorAll('main input:not([type=hidden]), main select')]"
# Choose something in each field, as a person does: what a script writes counts as a change by the reader here.
CHOOSE = f"""(() => {{
  for (const one of {FIELDS}) {{
    if ("selectedIndex" in one) one.selectedIndex = one.length - 1;
    else if (["radio", "checkbox"].includes(one.type)) one.checked = true;
    else one.value = one.type === "date" ? "2022-07-15" : "A 123";
  }}
  window.before = true;
  return {FIELDS}.length;
}})()"""
CHOSEN = f"""{FIELDS}.filter((one) => "selectedIndex" in one
  ? one.selectedIndex !== Math.max(0, [...one.options].findIndex((each) => each.defaultSelected))
  : one.checked !== one.defaultChecked || (one.type === "search" && one.value)).map((one) => one.outerHTML)"""
# What is done on a page, and what it says after that.
DONE = {
    "timeline": (
        """(() => {
          const day = document.getElementById("chosen-day");
          day.value = "2022-07-15";
          day.dispatchEvent(new Event("input"));
          return document.querySelector("[data-set='2021-guidelines'] strong").innerText;
        })()""",
        {"en": "Stopped by a court"},
    ),
    "advocates": (
        """(() => {
          document.querySelector("#picker input").click();
          return Boolean(document.querySelector("[data-send=code] path").getAttribute("d"));
        })()""",
        {"en": True, "ar": True},
    ),
    "clinics": (
        """(() => {
          const { lang } = document.getElementById("builder").elements;
          lang.value = "es";
          lang.dispatchEvent(new Event("change", { bubbles: true }));
          return document.querySelector("[data-preview] iframe").lang;
        })()""",
        {"en": "es", "ar": "es"},
    ),
}


@pytest.mark.parametrize("by", ["click", "shift"])
def test_leave_the_site_and_back_does_not_return(reader, lang, by):
    reader.begins(f"/{lang}/questions")
    reader.opens(f"/{lang}/help")
    if by == "click":
        reader.clicks("a.exit")
    else:
        for _ in range(3):
            reader.engine.press("Shift")
    reader.arrives(f"{reader.seen.other}/weather")
    assert reader.seen.left == [""], "the other site was told where the reader came from"
    reader.goes_back()
    reader.arrives(f"{reader.seen.ours}/{lang}/questions")


def test_walk_to_the_result_and_nothing_is_sent_or_kept(reader, library, lang):
    reader.begins(f"/{lang}/questions")
    explanation = explain(library, ANSWERS)
    assert reader.walks(ANSWERS) == list(explanation.asked)
    assert reader.finds() == expected(explanation)
    assert reader.seen.posts() == []
    assert reader.engine.address() == f"{reader.seen.ours}/{lang}/questions"
    assert reader.reads(KEPT) == {"cookie": "", "stored": 0, "state": '{"step":99}'}


def test_the_server_makes_the_result_when_the_script_fails_midway(reader, library, lang):
    reader.begins(f"/{lang}/questions")
    reader.walks(ANSWERS, until=explain(library, ANSWERS).asked[3])
    reader.reads(without("Array.prototype.flatMap").rstrip(";"))
    reader.clicks("[data-move=now]")
    reader.waits("document.querySelector('[data-failure]:not([hidden])')", "the page says that the script failed")
    reader.seen.thrown.clear()
    reader.clicks("[data-failure] [type=submit]")
    reader.arrives(f"{reader.seen.ours}/{lang}/result")
    reader.waits("document.querySelector('#again')", "the result of the server")
    given = {question: ANSWERS[question] for question in explain(library, ANSWERS).asked[:3] if question in ANSWERS}
    assert reader.finds() == expected(explain(library, given))


def test_without_a_working_script_the_server_runs_the_form(reader, library, lang):
    reader.seen.before = without("fetch")
    reader.opens(f"/{lang}/questions")
    reader.waits("document.readyState === 'complete'", "the form")
    assert not reader.reads(ON_DEVICE)
    for question, options in ANSWERS.items():
        reader.ticks(question, options)
    reader.clicks(".row.on-server [type=submit]")
    reader.arrives(f"{reader.seen.ours}/{lang}/result")
    reader.waits("document.querySelector('#again')", "the result of the server")
    assert reader.finds() == expected(explain(library, ANSWERS))
    assert reader.seen.posts() == [f"/{lang}/result"]


def test_read_the_urgent_pages(reader, lang):
    for name in URGENT:
        reader.opens(f"/{lang}/{name}")
        assert reader.shown("main h1"), name
        if reader.reads(f"Boolean({FIRST_FOLD})"):
            reader.clicks("main details:not([open]) > summary")
            reader.waits(OPENED, "an open fold")
        if name == "held":
            numbers = reader.reads("[...document.querySelectorAll('main a[href^=\"tel:\"]')].map((one) => one.href)")
            assert len(numbers) > 50, "numbers of the country and of each state"
            assert all(re.fullmatch(r"tel:[+0-9,*#-]+", number) for number in numbers), numbers


def test_open_a_shared_link(reader, lang):
    reader.opens(f"/{lang}/explain/all")
    shared = "[...document.querySelectorAll('main article.finding[data-share]')].map((one) => one.dataset.share)"
    picked = reader.reads(shared)[::40]
    assert len(picked) >= 2
    reader.engine.goto("about:blank")
    reader.opens(f"/{lang}/explain/all#f-{'.'.join(picked)}:~:text={picked[0]}")
    reader.waits("!document.querySelector('#shared').hidden", "the note about picked explanations")
    chosen = "[...document.querySelectorAll('main article.finding')].filter((one) => !one.closest('[hidden]'))"
    assert reader.reads(f"{chosen}.map((one) => one.dataset.share)") == picked
    assert reader.shown("#help h2")


def test_after_a_reload_no_field_has_what_was_chosen(reader, lang):
    reader.seen.before = without("fetch")  # the form of the server, which has all questions
    for name in ("questions", "held", "help", "papers", "advocates", "clinics"):
        reader.opens(f"/{lang}/{name}")
        assert reader.reads(CHOOSE) > 0, name
        reader.reads("Boolean(setTimeout(() => location.reload()))")
        reader.waits("!window.before && document.readyState === 'complete'", f"{name} again")
        assert reader.reads(CHOSEN) == [], name


def test_no_tick_and_no_choice_is_written_to_the_disk(reader, lang):
    """Only Firefox writes what was chosen to the disk, to open its tabs again after a crash."""
    if reader.name != "firefox":
        pytest.skip("this browser writes no forms to the disk")
    reader.seen.before = without("fetch")
    for name in ("questions", "held", "help", "papers", "advocates", "clinics"):
        reader.opens(f"/{lang}/{name}")
        assert reader.reads(CHOOSE) > 0, name
        assert kept(reader) == {}, name
    reader.seen.before = ""
    reader.begins(f"/{lang}/questions")
    reader.walks(ANSWERS)
    reader.clicks("#reasons")
    assert reader.reads("document.querySelector('#reasons').checked")
    reader.engine.press("Enter")
    assert reader.reads(f"[Boolean({RESULT}), document.querySelector('#reasons').checked]") == [True, True]
    assert kept(reader) == {}, "the result"


def test_change_the_language_in_the_middle_of_the_form(reader, lang):
    other = "es" if lang == "en" else "en"
    reader.begins(f"/{lang}/questions")
    asked = reader.walks({"for": ["family"], "held": ["yes"]}, until="police")
    reader.ticks("police", ["conviction"])
    before = reader.reads(TICKED)
    assert before
    reader.clicks(".languages summary")
    reader.clicks(f"[data-language={other}]")
    reader.waits(f"{LANGUAGE} === '{other}' && document.querySelector('form[data-runs=device]')", "the other language")
    assert reader.reads(TICKED) == before
    assert reader.walks({})[0] == "police"
    assert "held" in asked
    assert reader.finds()["today/now/detained"] == "applies"
    assert reader.seen.posts() == []


def test_answer_in_a_frame_of_another_site(reader, library, lang):
    reader.engine.goto(reader.seen.frame(f"/embed/{lang}/questions", WORDPRESS))
    reader.engine.within("iframe")
    reader.begins("", framed=True)
    assert "held" in reader.walks({"held": ["yes"]})
    assert reader.finds()["today/now/detained"] == "applies"
    assert reader.reads(LANGUAGE) == lang
    reader.engine.within(None)
    assert reader.reads("history.length") <= 2, "the frame added entries to the history of the page around it"
    heard = reader.reads("window.heard")
    assert heard
    assert {word.partition(":")[0] for one in heard for word in one.strip("{}").split(",")} <= {'"guide"', '"height"'}
    assert reader.seen.posts() == []


def test_the_skip_link_is_out_of_sight_until_it_has_the_focus(reader, lang):
    for name in ("questions", "help", "held"):
        reader.opens(f"/{lang}/{name}")
        assert not reader.reads(SKIP), f"the skip link of {name} covers something"
        reader.engine.press("Tab")
        reader.waits("document.activeElement.matches('.skip')", f"the focus on the skip link of {name}")
        # Without a window manager WebKit's window is not the active one, and a window that is not shows no focus.
        if reader.name != "webkit":
            reader.waits(SKIP, f"the skip link of {name}, with the focus")


def test_no_script_of_any_page_fails(reader, lang):
    for name in NAMES:
        reader.opens(f"/{lang}/{name}")
        script, says = DONE.get(name, ("true", {}))
        if lang in says:
            reader.waits(f"{script} === {json.dumps(says[lang])}", f"{name} that says {says[lang]}")
        else:
            reader.waits(script, name)
        assert reader.seen.thrown == [], name
