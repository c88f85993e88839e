"""The card as a picture: made on the device, with the lines and the letters of the page."""

import base64

import pytest
from support.sampling import WHOLE

PHONE = {"width": 360, "height": 740}
# How alike two pictures are, as the correlation of the darkness of their cells of 4 by 4 points, within their ink.
ALIKE = """async ([one, other]) => {
  const cells = async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 720;
    canvas.height = picture.height;
    const pen = canvas.getContext("2d");
    pen.drawImage(picture, 0, 0);
    const { data: points } = pen.getImageData(0, 0, 720, picture.height);
    const sums = [];
    for (let row = 0; row + 4 <= picture.height; row += 4) {
      for (let column = 0; column < 720; column += 4) {
        let sum = 0;
        for (let y = 0; y < 4; y += 1) for (let x = 0; x < 4; x += 1)
          sum += 255 - points[((row + y) * 720 + column + x) * 4];
        sums.push(sum);
      }
    }
    return [picture.width, picture.height, sums];
  };
  const [[wide, high, first], [, , second]] = [await cells(one), await cells(other)];
  const size = Math.min(first.length, second.length);
  const both = [...Array(size).keys()].filter((at) => first[at] + second[at] > 0);
  const mean = (all) => both.reduce((sum, at) => sum + all[at], 0) / both.length;
  const [m, n] = [mean(first), mean(second)];
  let [top, left, right] = [0, 0, 0];
  for (const at of both) {
    top += (first[at] - m) * (second[at] - n);
    left += (first[at] - m) ** 2;
    right += (second[at] - n) ** 2;
  }
  return [wide, high, both.length, top / Math.sqrt(left * right)];
}"""
# The page draws the phrases itself, as wide as they are in the picture and black on white.
OWN = """() => {
  document.querySelector("#card").dataset.drawing = "";
  const look = new CSSStyleSheet();
  look.replaceSync(`.says, .says * { color: #000 !important; border-color: #fff !important }
    .says { z-index: 99; border-radius: 0 !important; outline: 16px solid #fff; transform: translate(16px, 16px) }`);
  document.adoptedStyleSheets = [look];
}"""


def made(page, lang):
    """The picture that the button makes, as bytes of a PNG; the network is off."""
    page.goto(f"/{lang}/pocket/card")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.locator("[data-picture] button").click()
    with page.expect_download() as download:
        page.locator("[data-picture] a").click()
    page.context.set_offline(False)
    assert download.value.suggested_filename == "card.png"
    return download.value.path().read_bytes()


def own(page):
    """The rendering of the page, of the same place and size."""
    page.evaluate(OWN)
    box = page.locator("#card .says").bounding_box()
    page.set_viewport_size({"width": 360, "height": round(box["height"]) + 40})
    return page.screenshot(clip={"x": 0, "y": 0, "width": 360, "height": box["height"] + 32})


def compared(page, one, other):
    page.goto("about:blank")
    return page.evaluate(ALIKE, [base64.b64encode(each).decode() for each in (one, other)])


@pytest.mark.parametrize("lang", ["ar", "zh-Hans", *(["en", "es", "es+en"] if WHOLE else [])])
def test_the_picture_has_the_lines_and_letters_of_the_page(open_page, lang):
    page = open_page("about:blank", viewport=PHONE, device_scale_factor=2, color_scheme="light")
    picture = made(page, lang)
    wide, high, inked, alike = compared_with_own(page, picture)
    assert len(picture) < 200_000  # it fits a message
    assert wide == 720
    assert high > 600
    assert inked > 2000
    assert alike > 0.9


def compared_with_own(page, picture):
    return compared(page, picture, own(page))


def test_a_picture_with_other_letters_would_be_found(open_page):
    page = open_page("about:blank", viewport=PHONE, device_scale_factor=2, color_scheme="light")
    arabic, chinese = made(page, "ar"), made(page, "zh-Hans")
    assert compared(page, arabic, chinese)[3] < 0.8


def test_a_picture_that_cannot_be_made_says_so_and_offers_nothing(look):
    page = look("/ar/pocket/card", viewport=PHONE)
    assert page.locator("[data-picture] a").is_hidden()
    assert page.locator("[data-picture] a").get_attribute("href") == "#card"
    page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = () => { throw new Error(); }; }")
    page.locator("[data-picture] button").click()
    assert page.locator("[data-made=failed]").is_visible()
    assert page.locator("[data-picture] a").is_hidden()
