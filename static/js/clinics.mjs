// The builder: updates two snippets and a preview from the form. Nothing is stored; only the preview is loaded.

/** @type {HTMLFormElement} */
const builder = document.getElementById("builder");
const { lang, topic, partner, width } = /** @type {Record<string, HTMLSelectElement>} */ (
  /** @type {unknown} */ (builder.elements)
);
const host = builder.dataset.address || window.location.origin;
/** @type {(name: string) => HTMLElement} */
const part = (name) => document.querySelector(`[data-snippet=${name}]`);
/** @type {Record<string, string>} */
const always = Object.fromEntries(JSON.parse(/** @type {string} */ (builder.dataset.frame)));
const HEIGHT = 800; // px

/** @type {(text: string) => string} */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
/** @type {(attributes: Record<string, string | undefined>) => string} */
const attributesOf = (attributes) => Object.entries(attributes).map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : "")).join("");

// The URL path of the frame, on this host or the public one.
const path = () => {
  const named = partner?.value ? `/p/${partner.value}` : "";
  return `${named}/${lang.value}/${topic.selectedOptions[0].dataset.page ?? topic.value}`;
};
/** @type {() => string | undefined} */
const title = () => lang.selectedOptions[0].dataset.title;

/** @type {() => Record<string, string | undefined>} */
const frame = () => ({
  src: `${host}/embed${path()}`,
  title: title(),
  lang: lang.value,
  width: width.value,
  height: String(HEIGHT),
  ...always,
});

// A partner may offer fewer languages, and has its own start page.
function followPartner() {
  const chosen = partner.selectedOptions[0].dataset;
  const offered = chosen.languages?.split(" ");
  for (const option of lang.options) option.disabled = offered ? !offered.includes(option.value) : false;
  if (offered && lang.selectedOptions[0].disabled) lang.value = offered[0];
  topic.value = chosen.start ?? "";
}

function showSnippets() {
  const element = attributesOf({ lang: lang.value, partner: partner?.value, topic: topic.value });
  // The link is for readers without script, and remains if a site removes scripts or frames.
  const words = escaped(/** @type {string} */ (title()));
  const link = `<a${attributesOf({ href: host + path() })}>${words}</a>`;
  part("script").textContent = `<script src="${escaped(host)}/embed.js" async></script>\n<guidelines-guide${element}>${link}</guidelines-guide>`;
  part("frame").textContent = `<iframe${attributesOf(frame())}></iframe>`;
  builder.querySelector("[data-copied]").textContent = "";
  showChecks();
  showPreview();
}

// The URL to check, for the current form.
function showChecks() {
  for (const each of document.querySelectorAll("[data-speaks]")) each.hidden = each.dataset.speaks !== lang.value;
  for (const each of document.querySelectorAll("[data-named]")) each.hidden = each.dataset.named !== partner?.value;
}

// A new frame each time: navigating a frame would add an entry to the history.
function showPreview() {
  const shown = document.createElement("iframe");
  for (const [name, value] of Object.entries({ ...frame(), src: `/embed${path()}` })) shown.setAttribute(name, /** @type {string} */ (value));
  const place = builder.querySelector("[data-preview]");
  place.textContent = "";
  place.append(shown);
}

/** @type {(name: string) => Promise<void>} */
async function copySnippet(name) {
  const status = builder.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(part(name).textContent);
    status.textContent = /** @type {string} */ (status.dataset.done);
  } catch {
    status.textContent = /** @type {string} */ (status.dataset.failed);
  }
}

builder.addEventListener("submit", (event) => event.preventDefault());
builder.addEventListener("change", (event) => {
  if (event.target === partner) followPartner();
  showSnippets();
});
builder.addEventListener("click", (event) => {
  const { copy } = /** @type {HTMLElement} */ (event.target).dataset;
  if (copy) copySnippet(copy);
});
builder.hidden = false;
// Hides parts for readers without script.
document.querySelector("[data-ready]").hidden = true;
const policy = /** @type {string} */ (part("policy").textContent);
part("policy").textContent = policy.split(/** @type {string} */ (builder.dataset.shown)).join(host);
// Browsers may restore choices: this page always starts with those of the server.
window.addEventListener("pageshow", () => {
  builder.reset();
  if (partner) followPartner();
  showSnippets();
});
