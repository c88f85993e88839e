// Links to the parts of a page: they open a part that is folded, and leave no trace in the address or the history.

import { jumpToTarget } from "./links.mjs";

document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest?.(".urgent-page a[href^='#']");
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain) return;
  event.preventDefault();
  jumpToTarget(link);
});
// A link in a message may name a part that is folded.
const named = document.getElementById(window.location.hash.slice(1));
if (named instanceof HTMLDetailsElement) named.open = true;
