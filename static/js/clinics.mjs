// The builder: two snippets and a preview that follow what is chosen. Nothing is stored; only the preview is loaded.

const builder = document.getElementById("builder");
const { lang, topic, partner, width } = builder.elements;
const host = builder.dataset.address || window.location.origin;
const part = (name) => document.querySelector(`[data-snippet=${name}]`);
const always = Object.fromEntries(JSON.parse(builder.dataset.frame));
const HEIGHT = 800; // px

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
const tag = (attributes) => Object.entries(attributes).filter(([, value]) => value).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");

// Where the frame leads, on this site or on the public one.
const path = () => {
  const named = partner?.value ? `/p/${partner.value}` : "";
  return `${named}/${lang.value}/${topic.selectedOptions[0].dataset.page ?? topic.value}`;
};
const title = () => lang.selectedOptions[0].dataset.title;

const frame = () => ({
  src: `${host}/embed${path()}`,
  title: title(),
  lang: lang.value,
  width: width.value,
  height: String(HEIGHT),
  ...always,
});

// A partner may offer fewer languages, and has a page that it starts with.
function follow() {
  const chosen = partner.selectedOptions[0].dataset;
  const offered = chosen.languages?.split(" ");
  for (const option of lang.options) option.disabled = Boolean(offered) && !offered.includes(option.value);
  if (lang.selectedOptions[0].disabled) lang.value = offered[0];
  topic.value = chosen.start ?? "";
}

function show() {
  const element = tag({ lang: lang.value, partner: partner?.value, topic: topic.value });
  // The link is for readers without script, and stays where a site takes scripts or frames away.
  const link = `<a${tag({ href: host + path() })}>${escaped(title())}</a>`;
  part("script").textContent = `<script src="${escaped(host)}/embed.js" async></script>\n<guidelines-guide${element}>${link}</guidelines-guide>`;
  part("frame").textContent = `<iframe${tag(frame())}></iframe>`;
  builder.querySelector("[data-copied]").textContent = "";
  check();
  preview();
}

// What is to be checked, for what is chosen.
function check() {
  for (const each of document.querySelectorAll("[data-speaks]")) each.hidden = each.dataset.speaks !== lang.value;
  for (const each of document.querySelectorAll("[data-named]")) each.hidden = each.dataset.named !== partner?.value;
}

// A new frame each time: a frame that is sent elsewhere would leave an entry in the history.
function preview() {
  const shown = document.createElement("iframe");
  for (const [name, value] of Object.entries({ ...frame(), src: `/embed${path()}` })) shown.setAttribute(name, value);
  const place = builder.querySelector("[data-preview]");
  place.textContent = "";
  place.append(shown);
}

async function copy(name) {
  const status = builder.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(part(name).textContent);
    status.textContent = status.dataset.done;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

builder.addEventListener("submit", (event) => event.preventDefault());
builder.addEventListener("change", (event) => {
  if (event.target === partner) follow();
  show();
});
builder.addEventListener("click", (event) => {
  if (event.target.dataset.copy) copy(event.target.dataset.copy);
});
builder.hidden = false;
// These are for readers without script.
document.querySelector("[data-ready]").hidden = true;
part("policy").textContent = part("policy").textContent.split(builder.dataset.shown).join(host);
// A browser may bring choices back: this page always starts with what the server wrote.
window.addEventListener("pageshow", () => {
  builder.reset();
  if (partner) follow();
  show();
});
