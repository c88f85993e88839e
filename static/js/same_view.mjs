// Some apps open a link that asks for a new tab in the same view. Who comes back from there finds the page as it was;
// whoever leaves in another way finds it empty.

const SOON = 5000; // ms: the other site answers before this page is left
let pressed = -Infinity; // when a link to a new tab was pressed, and nothing else since

/** @type {(event: MouseEvent) => void} */
function remember({ target, ctrlKey, metaKey, shiftKey }) {
  const link = /** @type {Element} */ (target).closest?.("a[target=_blank]:not(.exit)");
  // With a key it opens behind this page, or in a window beside it.
  pressed = link && !ctrlKey && !metaKey && !shiftKey ? performance.now() : -Infinity;
}

const forget = () => { pressed = -Infinity; };

// `empty` is called when the page is left; `startAgain` when it is shown again after that.
/** @type {(empty: () => void, startAgain: () => void) => void} */
export function whenLeft(empty, startAgain) {
  let kept = false;
  window.addEventListener("pagehide", ({ persisted }) => {
    kept = persisted && performance.now() - pressed < SOON;
    forget();
    if (!kept) empty();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && !kept) startAgain();
    kept = false;
  });
}

window.addEventListener("click", remember, true);
window.addEventListener("popstate", forget);
// Enter on a link is followed by its click.
window.addEventListener("keydown", forget, true);
// A new tab hides this page first; the same view does not before it has left it.
// eslint-disable-next-line ours/newer-than-promised -- Safari before 14 tells it of another tab, which is all that is wanted
document.addEventListener("visibilitychange", forget);
