// Scrolls to an element, and in a frame no further than the frame: the page around it would see how far.

import { framed } from "./quick_exit.mjs";

/** @type {(element: Element, block?: ScrollLogicalPosition) => void} */
export function scrollToElement(element, block = "start") {
  const { top, bottom } = element.getBoundingClientRect();
  // The leave bar stands above what is scrolled to. Old engines do not tell how high.
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
  if (!framed) element.scrollIntoView({ block });
  else if (block === "start" || top < bar) window.scrollBy(0, top - bar);
  else if (bottom > window.innerHeight) window.scrollBy(0, bottom - window.innerHeight);
}

export function scrollToTop() {
  try {
    window.scrollTo({ top: 0, behavior: "instant" });
  } catch {
    // An engine from before these options.
    window.scrollTo(0, 0);
  }
}
