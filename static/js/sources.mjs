// The sources of a page that lists them at its end open where they are cited.

import { openSourceHere } from "./links.mjs";

document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest(".cited a[href^='#']");
  const changed = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (link && !changed && !event.defaultPrevented && openSourceHere(link)) event.preventDefault();
});
