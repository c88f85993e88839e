// "Listen": reads a question, a finding or a page aloud, with a voice that the browser says is on this device, or with
// a recording of our own. No text goes to a service. Without a voice and without a recording there is no button.

import { bring } from "./scroll.mjs";

const speech = window.speechSynthesis;
const BLOCKS = "p, li, h1, h2, h3, h4, h5, legend, label, dt, dd, summary";
const HEADING = "h1, h2, h3, h4, legend, summary";
const SILENT = `[hidden], [aria-hidden=true], [data-silent], .meta > :not([data-said]), .cited, [data-paper=no]:not(#day), .listen, .visually-hidden,
  details:not([open]), nav, svg, button, select, script, style, template`;
// The controls of each part. A part that is taken out of the page takes its own along.
const controls = new WeakMap();

let rate = 1;
let reading = null;

// Language and script: zh-TW is not zh-Hans, while zh_CN and cmn are. Undefined for what is no language.
function tongue(code) {
  try {
    const { language, script } = new Intl.Locale(code.replace(/_/g, "-")).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}

// Only what the browser calls local. Asked for each time: voices come late, and may go.
function voiceFor(lang) {
  const wanted = tongue(lang);
  const local = (speech?.getVoices() ?? []).filter((each) => each.localService === true);
  const voices = local.filter((each) => wanted && tongue(each.lang) === wanted);
  return voices.find((each) => each.default) ?? voices.find((each) => /[-_]US$/.test(each.lang)) ?? voices[0];
}

// What stands to be read, in order: neighbouring words of one block in one language, sentence by sentence, since some
// browsers fall silent in the middle of a long text.
function sentencesIn(part) {
  const runs = [];
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement: parent } = texts.currentNode;
    if (parent.closest(SILENT) || !parent.getClientRects().length) continue;
    const block = parent.closest(BLOCKS) ?? parent;
    const { lang } = parent.closest("[lang]");
    const last = runs[runs.length - 1];
    if (last?.block === block && last.lang === lang) last.text += data;
    else runs.push({ block, lang, text: data });
  }
  return runs.flatMap(({ text, ...run }) => split(text, run.lang).map((sentence) => ({ ...run, text: sentence })));
}

function split(text, lang) {
  const plain = text.replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return [];
  if (!Intl.Segmenter) return [plain];
  return [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(plain)].map(({ segment }) => segment.trim());
}

function start(control) {
  const part = control.parentElement.closest("[data-listen]");
  reading = { control, part };
  control.dataset.reading = "";
  control.dataset.used = "";
  if (part.dataset.audio) play(part.dataset.audio);
  else speak();
}

function speak() {
  reading.audio = null;
  reading.control.removeAttribute("data-recorded");
  reading.left = sentencesIn(reading.part);
  next();
}

// A sentence in a language that has no voice on this device is left out. No other voice reads it.
function next() {
  const { left } = reading;
  let voice;
  let said;
  while (!voice && left.length) {
    said = left.shift();
    voice = voiceFor(said.lang);
  }
  if (!voice) return stop();
  const utterance = new SpeechSynthesisUtterance(said.text);
  Object.assign(utterance, { voice, lang: voice.lang, rate });
  utterance.onend = () => { if (reading?.utterance === utterance) next(); };
  utterance.onerror = () => { if (reading?.utterance === utterance) stop(); };
  // Kept here, or some browsers drop it before it ends.
  Object.assign(reading, { said, utterance });
  show(said.block);
  speech.speak(utterance);
  return undefined;
}

// A recording that does not come, or that this browser cannot play, leaves the reading to the voice.
function play(url) {
  const audio = new Audio(url);
  const instead = () => { if (reading?.audio === audio) speak(); };
  audio.defaultPlaybackRate = rate;
  audio.playbackRate = rate;
  audio.addEventListener("ended", () => { if (reading?.audio === audio) stop(); });
  audio.addEventListener("error", instead);
  reading.audio = audio;
  reading.control.setAttribute("data-recorded", "");
  show(reading.part);
  audio.play().catch(instead);
}

// The page follows only a reader whose eyes are with the voice, and nobody who asked for less motion.
function show(block) {
  const { lit } = reading;
  if (lit === block) return;
  const follows = lit && seen(lit) && !matchMedia("(prefers-reduced-motion: reduce)").matches;
  lit?.classList.remove("read-now");
  block.classList.add("read-now");
  reading.lit = block;
  if (follows) bring(block, "nearest");
}

function seen(block) {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function stop() {
  if (!reading) return;
  const { audio, control, lit } = reading;
  reading = null;
  audio?.pause();
  speech?.cancel();
  lit?.classList.remove("read-now");
  delete control.dataset.reading;
}

function hurry(value) {
  rate = Number(value);
  for (const select of document.querySelectorAll("[data-speed]")) select.value = value;
  if (reading?.audio) reading.audio.playbackRate = rate;
  else if (reading) {
    reading.left.unshift(reading.said);
    reading.utterance = null;
    speech.cancel();
    next();
  }
}

function add(part) {
  const control = document.importNode(document.getElementById("listen").content, true).firstElementChild;
  const heading = part.querySelector(HEADING);
  control.dataset.of = part.dataset.listen;
  control.toggleAttribute("data-recorded", "audio" in part.dataset);
  for (const title of control.querySelectorAll("[data-title]")) {
    title.append(...[...heading.childNodes].map((node) => node.cloneNode(true)));
  }
  control.querySelector("[data-speed]").value = String(rate);
  heading.after(control);
  controls.set(part, control);
}

// Steps, results and languages change in place, so this runs after each change: it stops what is out of sight, and
// gives a button to everything that can be heard, and to nothing else.
function update() {
  if (reading && !reading.part.getClientRects().length) stop();
  const voice = voiceFor(document.documentElement.lang);
  for (const part of document.querySelectorAll("[data-listen]")) {
    const heard = Boolean(voice || part.dataset.audio);
    const control = controls.get(part);
    if (heard && !control?.isConnected) add(part);
    else if (!heard) control?.remove();
  }
}

document.addEventListener("click", ({ target }) => {
  const control = target.closest?.(".listen button")?.parentElement;
  if (!control) return;
  const again = reading?.control === control;
  stop();
  if (!again) start(control);
});
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-speed]")) hurry(target.value);
});
window.addEventListener("pagehide", stop);
speech?.addEventListener?.("voiceschanged", update);
// Some browsers have their voices after a while, and tell nobody.
window.addEventListener("pageshow", update);
new MutationObserver(update).observe(document.documentElement, {
  childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"],
});
update();
