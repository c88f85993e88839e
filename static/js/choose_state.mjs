// Brings the row of the chosen state on top, without requests. Nothing is stored.

/** @type {HTMLSelectElement} */
const choice = document.querySelector("[data-choose-state]");
/** @type {HTMLElement} */
const said = document.querySelector("[data-chosen-state]");
/** @type {NodeListOf<HTMLElement>} */
const lists = document.querySelectorAll("[data-rows]");
const open = [...lists].filter((list) => !list.closest(".states"));
// The rows of each list in their own order.
const inOrder = [...lists].map((list) => [...list.children]);

function putBack() {
  for (const [index, list] of lists.entries()) list.append(...inOrder[index]);
  document.querySelector("[data-chosen]")?.removeAttribute("data-chosen");
  said.textContent = "";
}

// The open rows get the chosen one, and their English gets its English.
function showChosen() {
  putBack();
  if (!choice.value) return;
  for (const row of document.querySelectorAll(`[data-row="${choice.value}"]`)) {
    const own = /** @type {HTMLElement} */ (row.parentElement);
    open.find((list) => list.dataset.rows === own.dataset.rows)?.prepend(row);
  }
  document.querySelector(`.state-row[data-row="${choice.value}"]`).setAttribute("data-chosen", "");
  const name = choice.selectedOptions[0].textContent;
  said.textContent = /** @type {string} */ (said.dataset.text).replace("{state}", name);
}

function clearChoice() {
  choice.value = "";
  putBack();
}

choice.addEventListener("change", showChosen);
// The choice must not be restored with the page.
window.addEventListener("pagehide", clearChoice);
window.addEventListener("pageshow", clearChoice);
document.getElementById("choose-state").hidden = false;
