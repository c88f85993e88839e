// Scrolls to an element; in a frame it scrolls only the frame, because the page around could observe more.

import { framed } from "./quick_exit.mjs";

/** @type {(element: Element, block?: ScrollLogicalPosition) => void} */
export function scrollToElement(element, block = "start") {
  const { top, bottom } = element.getBoundingClientRect();
  // The quick exit bar covers the top. Old engines do not report its height.
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
  if (!framed) element.scrollIntoView({ block });
  else if (block === "start" || top < bar) window.scrollBy(0, top - bar);
  else if (bottom > window.innerHeight) window.scrollBy(0, bottom - window.innerHeight);
}

// A target in a closed fold is neither seen nor focused.
/** @type {(element: Element) => void} */
export function openFolds(element) {
  /** @type {HTMLDetailsElement | null | undefined} */
  let folded = element.closest("details");
  for (; folded; folded = folded.parentElement?.closest("details")) folded.open = true;
}

export function scrollToTop() {
  try {
    window.scrollTo({ top: 0, behavior: "instant" });
  } catch {
    // An old engine without these options.
    window.scrollTo(0, 0);
  }
}

// Does not scroll the page around a frame.
/** @type {(element: HTMLElement) => void} */
export const focusOn = (element) => element.focus({ preventScroll: framed });

// A browser does not scroll to the focus where it is in sight in part, nor where it is pushed out of sight later.
export function keepFocusInSight() {
  if (!framed) document.activeElement?.scrollIntoView({ block: "nearest" });
}
