// Opens a source where it is cited, with what the list of sources of the page says about it: nobody loses their place.

// Returns whether the link is such a citation. A second press closes it.
/** @type {(link: Element) => boolean} */
export function openSourceHere(link) {
  const source = document.getElementById(/** @type {string} */ (link.getAttribute("href")).slice(1));
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
