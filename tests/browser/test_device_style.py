"""A result on the device looks as with the whole style of questions and results: its sheet has what is missing."""

import pytest
import rcssmin
from support.answer_sets import EVERYTHING
from support.sampling import sample
from support.scripts import script

from guide.config import CHECKOUT
from guide.web import sheets

STYLES = script("computed_styles")
# Width, height; large letters on a phone; forced colors.
SCREENS = [
    ({"width": 320, "height": 640}, {}),
    ({"width": 1280, "height": 900}, {}),
    ({"width": 230, "height": 420}, {}),
    ({"width": 360, "height": 640}, {"forced_colors": "active"}),
    ({"width": 700, "height": 900}, {"media": "print"}),
]
CASES = [(lang, scheme) for lang in ("en", "ar") for scheme in ("light", "dark")]


def whole(app):
    """The style of questions and results in one, with all parts in their order."""
    assets = app.extensions["state"].assets
    static = CHECKOUT / "static"
    listed = [part for part in sheets.parts(static) if part.serves(sheets.DEVICE)]
    texts = {part: assets.written(part.name) if (static / part.name).exists() else "" for part in listed}
    first = [part.name for part in listed].index(f"css/{sheets.FIRST_BESIDE}")
    own = [texts[part] for part in listed[:first]]
    own += [sheets.without_paper(texts[part]) for part in listed[first:] if not part.name.startswith("css/print")]
    return rcssmin.cssmin("".join(own))


@pytest.mark.whole
@pytest.mark.parametrize(("lang", "scheme"), sample(CASES, 1))
def test_a_result_on_the_device_looks_as_with_the_whole_style(open_page, app, lang, scheme):
    assets, client = app.extensions["state"].assets, app.test_client()
    page = open_page(f"/{lang}/questions", color_scheme=scheme, reduced_motion="reduce")
    page.route("**/whole.css", lambda route: route.fulfill(body=whole(app), content_type="text/css"))
    page.wait_for_selector("link[href*=for-device]", state="attached")
    loader = {"loader": assets.url("js/unpack.mjs")}
    urls = loader | {name: f"/{lang}/questions/{name}.html" for name in ("today", "old")}
    results = [client.post(f"/{place}/result", data=EVERYTHING).text for place in (lang, "es+en")]
    for size, media in SCREENS:
        page.set_viewport_size(size)
        page.emulate_media(**({"media": "screen", "forced_colors": "none"} | media))
        page.mouse.move(size["width"] - 1, 1)  # over no link
        found = page.evaluate(STYLES, [urls, results, "whole.css"])
        assert isinstance(found, int), (size, media, found)
        assert found > 1000
