// Splits a slide that is longer than the screen into pages of its text. `data-kept` is on every page, `data-together`
// is split only where it does not fit even so, and `data-alone` has a page of its own. On a phone held upright a slide is
// one page that scrolls.

const SPLIT = ".flow, .bullets, .steps";
const TOGETHER = "[data-together]";
const FOLD = "details";
const HEADING = "h3, h4";
const INTRODUCES = /[:\uFF1A]\s*$/;
// Smaller type, for a paragraph that does not fit.
const SIZES = ["", "small", "smallest"];

/** @type {(box: Element, whole?: string) => Element[]} */
function unitsOf(box, whole = `${TOGETHER}, ${FOLD}`) {
  return [...box.children].filter((child) => !child.matches("[data-kept]"))
    .flatMap((child) => (child.matches(SPLIT) && !child.matches(whole) ? unitsOf(child, whole) : [child]));
}

/** @type {(slide: Element) => boolean} */
function fits(slide) {
  const bar = /** @type {HTMLElement} */ (document.querySelector(".steps-bar"));
  const below = bar.offsetHeight + parseFloat(getComputedStyle(bar).getPropertyValue("margin-top"));
  return Math.floor(slide.getBoundingClientRect().bottom + window.scrollY + below) <= window.innerHeight;
}

// Shows one page; a box with no text on this page takes no space.
/** @type {(slide: Element, units: Element[], page: Element[], first: boolean) => void} */
export function showPage(slide, units, page, first) {
  slide.toggleAttribute("data-goes-on", !first);
  for (const unit of units) unit.toggleAttribute("data-off", !page.includes(unit));
  for (const box of slide.querySelectorAll(SPLIT)) {
    const inside = units.filter((unit) => unit !== box && box.contains(unit));
    if (inside.length) box.toggleAttribute("data-off", !inside.some((unit) => page.includes(unit)));
  }
}

// A heading, or a sentence that ends with a colon, goes to the next page with the text below it.
/** @type {(page: Element[], unit: Element) => Element[]} */
function nextPage(page, unit) {
  const last = page[page.length - 1];
  const introduces = last.matches(HEADING) || INTRODUCES.test(last.textContent ?? "");
  return page.length > 1 && introduces ? [/** @type {Element} */ (page.pop()), unit] : [unit];
}

/** @type {(slide: Element, units: Element[]) => { pages: Element[][], whole: boolean }} */
function split(slide, units) {
  /** @type {Element[][]} */
  const pages = [[]];
  let whole = true;
  for (const unit of units) {
    let page = pages[pages.length - 1];
    page.push(unit);
    showPage(slide, units, page, pages.length === 1);
    if (page.length > 1 && (page[0].matches("[data-alone]") || !fits(slide))) {
      page.pop();
      page = nextPage(page, unit);
      pages.push(page);
      showPage(slide, units, page, false);
    }
    whole = whole && fits(slide);
  }
  return { pages, whole };
}

// The pages of a slide that is in sight, in the largest type in which each of them fits.
/** @type {(slide: HTMLElement) => { units: Element[], pages: Element[][] }} */
export function pagesOf(slide) {
  let units = slide.matches(SPLIT) ? unitsOf(slide) : [slide];
  if (window.innerHeight >= window.innerWidth) {
    slide.dataset.size = "";
    return { units, pages: [units] };
  }
  let found = { pages: [units], whole: false };
  for (const size of SIZES) {
    slide.dataset.size = size;
    found = split(slide, units);
    if (found.whole) break;
  }
  if (!found.whole && slide.querySelector(TOGETHER)) {
    units = unitsOf(slide, FOLD);
    found = split(slide, units);
  }
  return { units, pages: found.pages };
}
