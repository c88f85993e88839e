// A double tap counts as one tap: the second one must not answer the next question or post the form.

const DOUBLE = 600; // ms
let moved = 0; // the time of the last change of the page

export function markMove() {
  moved = performance.now();
}

/** @type {(acts: () => unknown) => void} */
export function stopSecondTaps(acts) {
  document.addEventListener("click", (event) => {
    const again = event.detail > 1 && performance.now() - moved < DOUBLE;
    const target = /** @type {Element} */ (event.target);
    if (!again || !acts() || target.closest(".exit")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}
