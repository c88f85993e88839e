// The picker: builds a link to the ticked explanations. Nothing is stored, nothing is sent.

import { correction, generate } from "./lean-qr.mjs";
import { fragmentOf, linkTo } from "./share.mjs";

const picker = document.getElementById("picker");
const send = document.getElementById("send");
/** @type {<Part extends Element = HTMLElement>(name: string) => Part} */
const part = (name) => send.querySelector(`[data-send=${name}]`);
/** @type {HTMLSelectElement} */
const languages = part("language");
const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around the code, as its standard asks

/** @type {(name: string) => HTMLAnchorElement} */
const anchor = part;

const picked = () => [...picker.querySelectorAll("input:checked")].map((input) => input.value);
/** @type {(name: string) => string} */
const page = (name) => {
  const { in: pattern } = /** @type {Record<string, string>} */ (anchor(name).dataset);
  return new URL(pattern.replace("{code}", languages.value), window.location.href).href;
};

function showLink() {
  const codes = picked();
  const count = send.querySelector("[data-count]");
  count.textContent = /** @type {string} */ (count.dataset.text).replace("{count}", String(codes.length));
  send.querySelector("[data-ready]").hidden = codes.length === 0;
  if (!codes.length) return;
  const link = linkTo(page("link"), codes);
  const subject = encodeURIComponent(/** @type {string} */ (send.dataset.message));
  const message = encodeURIComponent(`${send.dataset.message}\n${link}`);
  anchor("link").href = link;
  anchor("link").textContent = link;
  anchor("whatsapp").href = `https://wa.me/?text=${message}`;
  anchor("sms").href = `sms:?&body=${message}`;
  anchor("mail").href = `mailto:?subject=${subject}&body=${encodeURIComponent(link)}`;
  anchor("present").href = page("present") + fragmentOf(codes);
  part("copied").textContent = "";
  drawCode(part("code"), link);
}

// Types of third-party code.
/** @typedef {{ size: number, get: (x: number, y: number) => boolean }} QrCode */
const makeCode = /** @type {(text: string, options: object) => QrCode} */ (/** @type {unknown} */ (generate));

// One path of squares, on white in every color scheme: phones need dark on light.
/** @type {(svg: SVGElement, text: string) => void} */
function drawCode(svg, text) {
  const code = makeCode(text, { minCorrectionLevel: correction.L });
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

async function shareLink() {
  try {
    // eslint-disable-next-line ours/newer-than-promised -- the button is shown only where there is one
    await navigator.share({ title: send.dataset.message, url: anchor("link").href });
  } catch {
    // The share sheet was closed, or sharing failed: the other options are beside the button.
  }
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(anchor("link").href);
    part("copied").textContent = /** @type {string} */ (part("copied").dataset.done);
  } catch {
    part("copied").textContent = /** @type {string} */ (part("copied").dataset.failed);
  }
}

picker.addEventListener("submit", (event) => event.preventDefault());
picker.addEventListener("change", showLink);
languages.addEventListener("change", showLink);
part("share").addEventListener("click", shareLink);
part("copy").addEventListener("click", copyLink);
// eslint-disable-next-line ours/newer-than-promised -- this is the test
part("share").hidden = !navigator.share;
for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
// Browsers may restore ticks: this page always starts with nothing ticked.
window.addEventListener("pageshow", () => {
  for (const input of picker.querySelectorAll("input")) input.checked = false;
  showLink();
});
