// Puts results of all kinds into the page, and returns the first element whose computed style, or that of what it shows
// before or after itself, is another one with the sheet `other` than with the sheet of
// the device; without one, how many were compared.
async ([urls, results, other]) => {
  if (!document.querySelector("[data-all-kinds]")) {
    const { explanationsIn } = await import(urls.loader);
    const parse = (text) => new DOMParser().parseFromString(text, "text/html");
    const load = async (path) => parse(await (await fetch(path)).text());
    const { view, pieces } = explanationsIn(...await Promise.all([urls.today, urls.old].map(load)));
    const own = Object.assign(document.createElement("div"), { className: "wrap" });
    own.dataset.allKinds = "";
    own.append(pieces);
    document.querySelector("main").append(view, own, ...results.map((html) => parse(html).querySelector("[data-view=result]")));
  }
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  // Of elements that stand the same way in boxes of the same kinds, the first.
  const nameOf = (element) => element && `${element.localName}.${element.getAttribute("class")}${element.matches(":first-child, :last-child")}`;
  const kinds = new Map();
  for (const element of document.querySelectorAll("body *")) {
    const { parentElement: around, previousElementSibling: before } = element;
    const kind = [element, before, around, around.parentElement, around.parentElement?.parentElement].map(nameOf).join(" ");
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  const parts = [...kinds.values()].flatMap((element) => [null, "::before", "::after"].map((part) => [element, part]));
  const styles = () => parts.map(([element, part]) => {
    const style = getComputedStyle(element, part);
    if (part && style.content === "none") return "";
    return [...style].filter((name) => !name.startsWith("--")).map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
  });
  const use = (href) => new Promise((done) => {
    const link = document.querySelector("link[data-swapped], link[href*=for-device]");
    link.dataset.swapped = "";
    link.onload = done;
    link.setAttribute("href", href);
  });
  const lean = styles();
  const own = document.querySelector("link[data-swapped], link[href*=for-device]").getAttribute("href");
  await use(other);
  const whole = styles();
  await use(own);
  const at = lean.findIndex((style, n) => style !== whole[n]);
  if (at < 0) return parts.length;
  const told = whole[at].split(";");
  return [parts[at][0].outerHTML.slice(0, 150), parts[at][1], lean[at].split(";").map((each, n) => `${each} / ${told[n]}`).filter((each, n) => lean[at].split(";")[n] !== told[n])];
}
