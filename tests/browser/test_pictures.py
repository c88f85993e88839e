"""The layout of pictures: on a phone, on a desktop, right to left, and in a result of the script."""

from itertools import product

import pytest
from support.axe import here
from support.browser_steps import result_on_device
from support.sampling import sample

PICTURES = [("/en/explain/today", "warrant"), ("/en/misunderstandings", "warrant"), ("/en/review", "asking")]


def boxes(page, selector):
    return [one.bounding_box() for one in page.locator(selector).all()]


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    sample(product(("/en/review", "/es/misunderstandings"), (320, 1280), ("light", "dark")), 1),
)
def test_axe_finds_nothing_on_pages_with_pictures(open_page, path, width, scheme):
    page = open_page(path, viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert here(page) == []


@pytest.mark.parametrize(("path", "id"), PICTURES)
def test_a_picture_never_scrolls_sideways(look, path, id):
    page = look(path, viewport={"width": 320, "height": 640})
    picture = page.locator(f"[data-picture={id}]").first
    assert picture.evaluate("one => one.scrollWidth <= one.clientWidth + 3")
    assert picture.bounding_box()["width"] <= 320


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_two_papers_are_side_by_side_on_a_desktop(look, direction):
    page = look("/en/misunderstandings", viewport={"width": 1280, "height": 800})
    page.evaluate("dir => { document.documentElement.dir = dir; }", direction)
    judge, ice = boxes(page, ".paper")
    assert judge["y"] == ice["y"]
    assert judge["height"] == ice["height"]
    assert (judge["x"] < ice["x"]) == (direction == "ltr")


def test_two_papers_are_stacked_on_a_phone(look):
    page = look("/en/misunderstandings")
    judge, ice = boxes(page, ".paper")
    assert judge["x"] == ice["x"]
    assert judge["y"] + judge["height"] < ice["y"]


@pytest.mark.parametrize(
    ("width", "direction", "way"), [(390, "ltr", "down"), (1280, "ltr", "right"), (1280, "rtl", "left")]
)
def test_a_path_runs_down_on_a_phone_and_along_the_line_on_a_desk(look, width, direction, way):
    page = look("/en/review", viewport={"width": width, "height": 800})
    page.evaluate("dir => { document.documentElement.dir = dir; }", direction)
    places = [(box["x"], box["y"]) for box in boxes(page, "[data-picture=asking] .tile")]
    assert len(places) == 4
    across, down = ([place[axis] for place in places] for axis in (0, 1))
    if way == "down":
        assert len(set(across)) == 1
        assert down == sorted(set(down))
    else:
        assert len(set(down)) == 1
        assert across == sorted(set(across), reverse=way == "left")


def test_the_warrant_is_on_a_result_of_the_script(guide):
    page = guide()
    result_on_device(page, {"proceedings": ["order-to-leave"]})
    for fold in page.query_selector_all("#fits summary"):
        fold.click()
    assert page.locator("#fits [data-picture=warrant]").count() == 1
    assert page.locator("main [data-picture=warrant]:visible").count() == 1


def test_a_warning_that_was_left_out_opens_with_its_picture(guide):
    page = guide()
    result_on_device(page, {"proceedings": ["none"], "held": ["no"]})
    assert page.locator("main [data-picture=warrant]:visible").count() == 0
    page.click("[data-piece=left-out] summary")
    page.click('[data-left-out="today/now/home-entry"] > a')
    assert page.locator("main [data-picture=warrant]:visible").count() == 1


@pytest.mark.parametrize("path", ["/en/review", "/en/misunderstandings", "/en/timeline"])
@pytest.mark.whole
def test_pictures_print_in_black_on_white(open_page, path):
    page = open_page(path, color_scheme="dark")
    page.emulate_media(media="print")
    colours = page.eval_on_selector_all(
        ".paper, .way .tile, .written, .lanes",
        "all => all.map(one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color])",
    )
    assert colours
    for background, ink in colours:
        assert background in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
        assert ink == "rgb(0, 0, 0)"
