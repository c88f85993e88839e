// Links in a result that stay in the page: they jump or open in place, without a URL change and without a request.

import { openFolds, scrollToElement } from "./scroll.mjs";

/** @type {(link: Element) => string} */
const fragmentOf = (link) => /** @type {string} */ (link.getAttribute("href")).slice(1);

// Runs an optional action; if it fails, the page does not change.
/** @type {(action: () => void) => void} */
export function orStay(action) {
  try {
    action();
  } catch {
    // Not needed.
  }
}

// Opens a source where it is cited, with what the list of sources says about it: nobody loses their place. Returns
// whether the link is such a citation. A second press closes it.
/** @type {(link: Element) => boolean} */
export function openSourceHere(link) {
  const source = document.getElementById(fragmentOf(link));
  const item = link.closest(".cited > li");
  if (!item || !source?.closest(".sources")) return false;
  const shown = item.querySelector(".source-here");
  link.setAttribute("aria-expanded", String(!shown));
  if (shown) {
    shown.remove();
    return true;
  }
  const here = Object.assign(document.createElement("div"), { className: "source-here" });
  here.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
  for (const element of here.querySelectorAll("[id]")) element.removeAttribute("id");
  item.append(here);
  return true;
}

// In-page links must not leave the target in the URL. A source opens where it is cited.
/** @type {(link: Element) => void} */
export function jumpToTarget(link) {
  if (openSourceHere(link)) return;
  const target = document.getElementById(fragmentOf(link));
  if (!target) return;
  openFolds(target);
  scrollToElement(target);
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

// The address of a link that may not open, so that it can be written down.
/** @type {(link: HTMLAnchorElement) => void} */
export function showAddress(link) {
  if (link.nextElementSibling?.matches(".address")) return;
  const address = document.createElement("span");
  address.className = "address fine";
  address.dir = "ltr";
  address.dataset.paper = "no";
  address.setAttribute("role", "status");
  link.after(" ", address);
  address.textContent = link.href;
}

// What leads to a text that is not in the result: a warning that was left out, and the line of one that is there.
export const AWAY = "[data-left-out] > a, [data-whole] a";

// Links and buttons that leave the server's result are handled by the script.
/** @type {(result: Element) => void} */
export function keepOnDevice(result) {
  for (const link of result.querySelectorAll(AWAY)) {
    for (const tab of link.querySelectorAll(".unseen:last-child")) tab.remove();
    link.removeAttribute("target");
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (result.querySelectorAll("button[form]"))) {
    button.removeAttribute("form");
    button.removeAttribute("formaction");
    button.type = "button";
  }
}
