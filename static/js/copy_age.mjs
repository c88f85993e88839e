// A copy of the guide as files (`guide export`) says so on top when it is too old. It is compared on the device only.

const today = new Date().toISOString().slice(0, 10);
for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-expires]"))) {
  note.hidden = today <= /** @type {string} */ (note.dataset.expires);
}
