// The picker: a link to the explanations that somebody ticks here, by hand. Nothing is stored, nothing is sent.

import { correction, generate } from "./lean-qr.mjs";
import { fragmentOf, linkTo } from "./share.mjs";

const picker = document.getElementById("picker");
const send = document.getElementById("send");
const part = (name) => send.querySelector(`[data-send=${name}]`);
const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around the code, as its standard asks

const picked = () => [...picker.querySelectorAll("input:checked")].map((input) => input.value);
const page = (name) => new URL(`/${part("language").value}/${name}`, window.location.origin).href;

function show() {
  const codes = picked();
  const count = send.querySelector("[data-count]");
  count.textContent = count.dataset.text.replace("{count}", codes.length);
  send.querySelector("[data-ready]").hidden = codes.length === 0;
  if (!codes.length) return;
  const link = linkTo(page("explain"), codes);
  const message = encodeURIComponent(`${send.dataset.message}\n${link}`);
  part("link").href = link;
  part("link").textContent = link;
  part("whatsapp").href = `https://wa.me/?text=${message}`;
  part("sms").href = `sms:?&body=${message}`;
  part("mail").href = `mailto:?subject=${encodeURIComponent(send.dataset.message)}&body=${encodeURIComponent(link)}`;
  part("present").href = page("present") + fragmentOf(codes);
  part("copied").textContent = "";
  drawCode(part("code"), link);
}

// One path of little squares, on white in every colour scheme: phones read dark on light.
function drawCode(svg, text) {
  const code = generate(text, { minCorrectionLevel: correction.L });
  const side = code.size + 2 * QUIET;
  const path = document.createElementNS(SVG, "path");
  let squares = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) squares += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  path.setAttribute("d", squares);
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.querySelector("path")?.remove();
  svg.append(path);
}

async function share() {
  try {
    await navigator.share({ title: send.dataset.message, url: part("link").href });
  } catch {
    // They closed the sheet, or the device cannot after all: the other ways stand beside it.
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(part("link").href);
    part("copied").textContent = part("copied").dataset.done;
  } catch {
    part("copied").textContent = part("copied").dataset.failed;
  }
}

picker.addEventListener("submit", (event) => event.preventDefault());
picker.addEventListener("change", show);
part("language").addEventListener("change", show);
part("share").addEventListener("click", share);
part("copy").addEventListener("click", copy);
part("share").hidden = !navigator.share;
for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
// A browser may bring ticks back: this page always starts with nothing ticked.
window.addEventListener("pageshow", () => {
  for (const input of picker.querySelectorAll("input")) input.checked = false;
  show();
});
