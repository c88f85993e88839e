// One explanation at a time, for a projector.

import { offerSlides } from "./presenting.mjs";
import { codesIn } from "./share.mjs";

const deck = document.getElementById("deck");

/** @type {() => HTMLElement[]} */
function chosenSlides() {
  const codes = codesIn(window.location.hash);
  const all = [...deck.querySelectorAll("[data-slide]")];
  const chosen = all.filter((slide) => !codes?.length || !slide.dataset.share || codes.includes(slide.dataset.share));
  for (const slide of all) slide.hidden = true;
  return chosen.length > 1 ? chosen : all;
}

const present = offerSlides("findings", chosenSlides);
const showChosen = () => present(true, { focus: false });

window.addEventListener("hashchange", showChosen);
showChosen();
