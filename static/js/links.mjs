// Links of a result that stay on the device: they jump or unfold in place, without an address and without a request.

// In-page links must not leave a trace of what was tapped in the address.
export function jump(link) {
  const target = document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  target.scrollIntoView();
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

// A warning that was left out opens in its place: no request, no new page. So its link is a button here.
export function asButton(link) {
  link.querySelector(".vh")?.remove();
  link.removeAttribute("target");
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
}

export function unfold(link, explanations) {
  const item = link.parentElement;
  const open = link.getAttribute("aria-expanded") === "true";
  link.setAttribute("aria-expanded", String(!open));
  if (open) return item.querySelectorAll(":scope > .words, :scope > .meta").forEach((part) => part.remove());
  const article = explanations.view.querySelector(`[data-finding="${item.dataset.leftOut}"]`);
  for (const part of article.querySelectorAll(".words, .meta")) item.append(document.importNode(part, true));
  return undefined;
}
