// The steps for everyone, one at a time on a projector, until somebody asks for the list again.

import { offerSlides } from "./presenting.mjs";

const deck = document.getElementById("deck");

offerSlides("steps", () => [...deck.querySelectorAll("[data-slide]")]);
/** @type {HTMLElement} */ (document.querySelector(".present-bar")).hidden = false;
