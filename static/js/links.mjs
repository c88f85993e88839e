// Links of a result that stay on the device: they jump or unfold in place, without an address and without a request.

import { bring } from "./scroll.mjs";

// In-page links must not leave a trace of what was tapped in the address.
export function jump(link) {
  const target = document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  bring(target);
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

// A warning that was left out opens in its place: no request, no new page. In a pair it opens in both languages.
export function unfold(link, explanations, second) {
  const item = link.parentElement;
  const open = link.getAttribute("aria-expanded") === "true";
  link.setAttribute("aria-expanded", String(!open));
  if (open) item.querySelectorAll(":scope > .passage, :scope > .english, :scope > .meta").forEach((part) => part.remove());
  else bringBack(item, explanations, second);
}

// What leaves the server's result is done in its place on the device's: such links and buttons are the script's.
export function stay(result) {
  for (const link of result.querySelectorAll("[data-left-out] > a")) {
    for (const tab of link.querySelectorAll(".visually-hidden")) tab.remove();
    link.removeAttribute("target");
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }
  for (const button of result.querySelectorAll("button[form]")) {
    button.removeAttribute("form");
    button.removeAttribute("formaction");
    button.type = "button";
  }
}

// The words of a warning that was left out, and the sources that nothing else on this result rests on.
function bringBack(item, { view }, second) {
  const found = (page) => {
    const article = `[data-finding="${item.dataset.leftOut}"]`;
    const parts = page.querySelectorAll(`${article} .passage, ${article} .english, ${article} .meta`);
    return [...parts].filter((part) => !part.parentElement.closest(".english"));
  };
  for (const part of found(view)) item.append(document.importNode(part, true));
  for (const part of second ? found(second.explanations.view) : []) {
    if (part.matches(".english")) continue; // it stands there once already, or beside the language itself
    const copy = Object.assign(document.importNode(part, true), { lang: second.lang, dir: second.dir });
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    item.append(copy);
  }
  for (const code of item.querySelectorAll("[data-code]")) code.remove();
  const list = item.closest("[data-view]").querySelector(".sources");
  for (const link of item.querySelectorAll(".cited a")) {
    const source = `[id="${link.getAttribute("href").slice(1)}"]`; // an id may have a dot: c1003.42
    if (!list.querySelector(source)) list.append(document.importNode(view.querySelector(source), true));
  }
}
