// Pages in a frame of another site: links add no history entry, and a link that cannot open shows its URL.

import { reportHeight } from "./heights.mjs";
import { framed } from "./quick_exit.mjs";
import { jumpToTarget, showAddress } from "./links.mjs";

// A sandbox may forbid new tabs, and this cannot be detected: only trying shows it.
/** @type {(link: HTMLAnchorElement) => void} */
function openOutside(link) {
  const tab = window.open(link.href, "_blank");
  if (tab) tab.opener = null;
  else showAddress(link);
}

/** @type {(event: MouseEvent) => void} */
function followLink(event) {
  const target = /** @type {Element} */ (event.target);
  const link = /** @type {HTMLAnchorElement | null} */ (target.closest?.("a[href]:not(.exit)"));
  const special = event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey;
  if (special || !link) return;
  const here = link.getAttribute("href")?.startsWith("#");
  const outside = link.target === "_blank";
  if (!here && !outside && link.origin !== window.location.origin) return;
  event.preventDefault();
  if (here) jumpToTarget(link);
  else if (outside) openOutside(link);
  else window.location.replace(link.href);
}

if (framed) {
  // On the window, so that click handlers of the page run first.
  window.addEventListener("click", followLink);
  const { framePage } = document.body.dataset;
  // The questions report their own height if they are shown one by one.
  document.addEventListener("shown", (event) => reportHeight(/** @type {CustomEvent<string>} */ (event).detail));
  if (framePage !== "questions") reportHeight(framePage === "start" ? "start" : "page");
}
