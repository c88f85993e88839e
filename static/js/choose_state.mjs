// Brings the row of the chosen state on top, without requests. Nothing is stored.

/** @type {HTMLSelectElement} */
const choice = document.querySelector("[data-choose-state]");
/** @type {HTMLElement} */
const said = document.querySelector("[data-chosen-state]");
const lists = [...document.querySelectorAll("[data-rows]")];
// The rows of each list in their own order.
const inOrder = lists.map((list) => [...list.children]);

function putBack() {
  for (const [index, list] of lists.entries()) list.append(...inOrder[index]);
  document.querySelector("[data-chosen]")?.removeAttribute("data-chosen");
  said.textContent = "";
}

function showChosen() {
  putBack();
  const row = choice.value && document.querySelector(`[data-row="${choice.value}"]`);
  if (!row) return;
  row.setAttribute("data-chosen", "");
  lists[0].prepend(row);
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
