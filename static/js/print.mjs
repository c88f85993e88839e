// Paper shows what is folded. New browsers unfold it by style alone (print.css); this is for the others.

let opened = [];

window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open]):not([data-paper=no]):not(.states):not(.state)")];
  for (const details of opened) details.open = true;
});

window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened = [];
});
