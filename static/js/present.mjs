// One explanation at a time, for a projector.

import { codesIn } from "./share.mjs";
import { startSlides } from "./slides.mjs";

const deck = document.getElementById("deck");

function chooseSlides() {
  const codes = codesIn(window.location.hash);
  const all = [...deck.querySelectorAll("[data-slide]")];
  const chosen = all.filter((slide) => !codes || !slide.dataset.share || codes.includes(slide.dataset.share));
  for (const slide of all) slide.hidden = true;
  startSlides(chosen.length > 1 ? chosen : all);
}

window.addEventListener("hashchange", chooseSlides);
for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
chooseSlides();
