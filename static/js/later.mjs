// What no page needs at once: printing and reading aloud. Each comes after everything else, and without a network the page
// is what it was without it.

import { hasLeft } from "./quick_exit.mjs";

/** @type {(load: () => void) => void} */
function whenIdle(load) {
  /* eslint-disable ours/newer-than-promised -- Safari has no such callback: it waits a moment */
  if (window.requestIdleCallback) window.requestIdleCallback(load, { timeout: 1000 });
  else setTimeout(load, 200);
  /* eslint-enable ours/newer-than-promised */
}

// A failed import is no error of the page.
const ignore = () => undefined;

function loadLater() {
  if (hasLeft()) return;
  const parts = [import("./print.mjs").catch(ignore)];
  // A device that cannot speak still plays a recording.
  if (window.speechSynthesis || document.querySelector("[data-audio]")) parts.push(import("./read_aloud.mjs").catch(ignore));
  Promise.all(parts).then(() => { document.documentElement.dataset.later = "here"; });
}

if (document.readyState === "complete") whenIdle(loadLater);
else window.addEventListener("load", () => whenIdle(loadLater));
