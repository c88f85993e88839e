// Shows only the shared explanations on the page with everything.

import { scrollToTop } from "./scroll.mjs";
import { codesIn } from "./share.mjs";

const view = document.querySelector("[data-view=all]");
const note = document.getElementById("shared");
const ALWAYS = ["today", "next", "help", "sets", "sources", "shared"];

const articles = () => [...view.querySelectorAll("article.finding")];

function showShared() {
  const codes = codesIn(window.location.hash);
  showEverything();
  if (!codes) return;
  const chosen = articles().filter((article) => codes.includes(/** @type {string} */ (article.dataset.share)));
  const unknown = codes.length - chosen.length;
  note.hidden = false;
  note.querySelector("[data-unknown]").hidden = unknown === 0;
  note.querySelector("[data-none]").hidden = chosen.length > 0;
  keepLanguage();
  if (!chosen.length) return;
  for (const article of articles()) article.hidden = !chosen.includes(article);
  for (const section of view.querySelectorAll("[data-text] > section")) section.hidden = !ALWAYS.includes(section.id);
  const sets = [...view.querySelectorAll("#sets > .set")];
  for (const set of sets) set.hidden = !set.querySelector("article:not([hidden])");
  view.querySelector("#sets").hidden = sets.every((set) => set.hidden);
  hideUncited();
  note.focus({ preventScroll: true });
  scrollToTop();
}

function hideUncited() {
  const shown = [...view.querySelectorAll(".cited a")].filter((link) => !link.closest("[hidden]"));
  const cited = new Set(shown.map((link) => link.getAttribute("href")?.slice(1)));
  for (const source of view.querySelectorAll(".sources > li")) source.hidden = !cited.has(source.id);
}

function showEverything() {
  note.hidden = true;
  for (const part of view.querySelectorAll("article.finding, section, #sets > .set, .sources > li")) {
    part.hidden = part === note;
  }
}

// The same explanations in another language: the links keep the fragment, which is not sent to a server.
function keepLanguage() {
  for (const link of document.querySelectorAll("a[data-language], details.pairs a")) link.hash = window.location.hash;
}

note.querySelector("button").addEventListener("click", () => {
  window.history.replaceState(null, "", window.location.pathname);
  showEverything();
  view.querySelector("h1").focus();
});
window.addEventListener("hashchange", showShared);
showShared();
