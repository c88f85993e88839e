// "Listen": reads a question, a finding or a page aloud, with a local voice (as reported by the browser), or with a
// recording from this site. No text is sent to a service. Without a voice and a recording there is no button.

import { scrollToElement } from "./scroll.mjs";

/**
 * Text of one block in one language.
 * @typedef {{ block: Element, lang: string, text: string }} Run
 * The current reading: its controls, its part of the page, and either the remaining sentences or a recording.
 * @typedef {{ control: HTMLElement, part: HTMLElement, left: Run[], lit?: Element, said?: Run,
 *   utterance?: SpeechSynthesisUtterance | null, audio?: HTMLAudioElement | null }} Reading
 */

/** @type {SpeechSynthesis | undefined} */
const speech = window.speechSynthesis;
const BLOCKS = "p, li, h1, h2, h3, h4, h5, legend, label, dt, dd, summary";
const HEADING = "h1, h2, h3, h4, legend, summary";
const SILENT = `[hidden], [aria-hidden=true], [data-silent], .meta > :not([data-said]), .cited, [data-paper=no]:not(#day), .listen, .unseen,
  details:not([open]), nav, svg, button, select, script, style, template`;
// The controls of each part; they are removed together with their part.
/** @type {WeakMap<Element, HTMLElement>} */
const controls = new WeakMap();

let rate = 1;
/** @type {Reading | null} */
let reading = null;

// Language and script: zh-TW is not zh-Hans, but zh_CN and cmn are. Undefined for an invalid code.
/** @type {(code: string) => string | undefined} */
function languageAndScript(code) {
  try {
    // eslint-disable-next-line ours/newer-than-promised, es-x/no-intl-locale -- what throws here is caught
    const { language, script } = new Intl.Locale(code.replace(/_/g, "-")).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}

// Only voices that the browser reports as local. Queried each time: voices load late, and may disappear.
/** @type {(lang: string) => SpeechSynthesisVoice | undefined} */
function voiceFor(lang) {
  const wanted = languageAndScript(lang);
  const local = (speech?.getVoices() ?? []).filter((each) => each.localService === true);
  const voices = local.filter((each) => wanted && languageAndScript(each.lang) === wanted);
  return voices.find((each) => each.default) ?? voices.find((each) => /[-_]US$/.test(each.lang)) ?? voices[0];
}

// The texts to read, in order: adjacent text of one block in one language, split into sentences, because some
// browsers stop in the middle of a long text.
/** @type {(part: Element) => Run[]} */
function sentencesIn(part) {
  /** @type {Run[]} */
  const runs = [];
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (texts.currentNode);
    const parent = /** @type {Element} */ (parentElement);
    if (parent.closest(SILENT) || !parent.getClientRects().length) continue;
    const block = parent.closest(BLOCKS) ?? parent;
    const { lang } = /** @type {HTMLElement} */ (parent.closest("[lang]"));
    const last = runs[runs.length - 1];
    if (last?.block === block && last.lang === lang) last.text += data;
    else runs.push({ block, lang, text: data });
  }
  return runs.flatMap(({ text, ...run }) => sentencesOf(text, run.lang).map((sentence) => ({ ...run, text: sentence })));
}

/** @type {(text: string, lang: string) => string[]} */
function sentencesOf(text, lang) {
  const plain = text.replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return [];
  /* eslint-disable ours/newer-than-promised, es-x/no-intl-segmenter -- without a segmenter the text stays whole */
  if (!Intl.Segmenter) return [plain];
  return [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(plain)].map(({ segment }) => segment.trim());
  /* eslint-enable ours/newer-than-promised, es-x/no-intl-segmenter */
}

/** @type {(control: HTMLElement) => void} */
function startReading(control) {
  const part = /** @type {HTMLElement} */ (control.parentElement?.closest("[data-listen]"));
  reading = { control, part, left: [] };
  control.dataset.reading = "";
  control.dataset.used = "";
  if (part.dataset.audio) playRecording(reading, part.dataset.audio);
  else speakPart(reading);
}

/** @type {(current: Reading) => void} */
function speakPart(current) {
  current.audio = null;
  current.control.removeAttribute("data-recorded");
  current.left = sentencesIn(current.part);
  speakNext(current);
}

// A sentence in a language without a voice on this device is skipped. No other voice reads it.
/** @type {(current: Reading) => void} */
function speakNext(current) {
  let said = current.left.shift();
  let voice = said && voiceFor(said.lang);
  while (said && !voice) {
    said = current.left.shift();
    voice = said && voiceFor(said.lang);
  }
  if (!said || !voice) {
    stopReading();
    return;
  }
  const utterance = new SpeechSynthesisUtterance(said.text);
  Object.assign(utterance, { voice, lang: voice.lang, rate });
  utterance.onend = () => { if (reading?.utterance === utterance) speakNext(reading); };
  utterance.onerror = () => { if (reading?.utterance === utterance) stopReading(); };
  // Referenced here, or some browsers garbage-collect it before it ends.
  Object.assign(current, { said, utterance });
  showReading(current, said.block);
  speech?.speak(utterance);
}

// If a recording does not load or play, the voice reads instead.
/** @type {(current: Reading, url: string) => void} */
function playRecording(current, url) {
  const audio = new Audio(url);
  const instead = () => { if (reading?.audio === audio) speakPart(reading); };
  audio.defaultPlaybackRate = rate;
  audio.playbackRate = rate;
  audio.addEventListener("ended", () => { if (reading?.audio === audio) stopReading(); });
  audio.addEventListener("error", instead);
  current.audio = audio;
  current.control.setAttribute("data-recorded", "");
  showReading(current, current.part);
  audio.play().catch(instead);
}

// The page scrolls only if the previous block is visible, and not with reduced motion.
/** @type {(current: Reading, block: Element) => void} */
function showReading(current, block) {
  const { lit } = current;
  if (lit === block) return;
  const follows = lit && isInSight(lit) && !matchMedia("(prefers-reduced-motion: reduce)").matches;
  lit?.classList.remove("read-now");
  block.classList.add("read-now");
  current.lit = block;
  if (follows) scrollToElement(block, "nearest");
}

/** @type {(block: Element) => boolean} */
function isInSight(block) {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function stopReading() {
  if (!reading) return;
  const { audio, control, lit } = reading;
  reading = null;
  audio?.pause();
  speech?.cancel();
  lit?.classList.remove("read-now");
  delete control.dataset.reading;
}

/** @type {(value: string) => void} */
function setRate(value) {
  rate = Number(value);
  const selects = /** @type {NodeListOf<HTMLSelectElement>} */ (document.querySelectorAll("[data-speed]"));
  for (const select of selects) select.value = value;
  if (reading?.audio) reading.audio.playbackRate = rate;
  else if (reading) {
    if (reading.said) reading.left.unshift(reading.said);
    reading.utterance = null;
    speech?.cancel();
    speakNext(reading);
  }
}

/** @type {(part: HTMLElement) => void} */
function addControl(part) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("listen"));
  const control = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
  const heading = part.querySelector(HEADING);
  control.dataset.of = part.dataset.listen;
  control.toggleAttribute("data-recorded", "audio" in part.dataset);
  for (const title of control.querySelectorAll("[data-title]")) {
    title.append(...[...heading.childNodes].map((node) => node.cloneNode(true)));
  }
  /** @type {HTMLSelectElement} */ (control.querySelector("[data-speed]")).value = String(rate);
  heading.after(control);
  controls.set(part, control);
}

// Steps, results and languages change in place, so this runs after each change: it stops readings that are not visible,
// and adds a button to every readable part.
function updateControls() {
  if (reading && !reading.part.getClientRects().length) stopReading();
  const voice = voiceFor(document.documentElement.lang);
  for (const part of document.querySelectorAll("[data-listen]")) {
    const heard = Boolean(voice || part.dataset.audio);
    const control = controls.get(part);
    if (heard && !control?.isConnected) addControl(part);
    else if (!heard) control?.remove();
  }
}

document.addEventListener("click", ({ target }) => {
  const control = /** @type {Element} */ (target).closest?.(".listen button")?.parentElement;
  if (!control) return;
  const again = reading?.control === control;
  stopReading();
  if (!again) startReading(control);
});
document.addEventListener("change", (event) => {
  const target = /** @type {HTMLSelectElement} */ (event.target);
  if (target.matches("[data-speed]")) setRate(target.value);
});
window.addEventListener("pagehide", stopReading);
// eslint-disable-next-line ours/newer-than-promised -- where it is missing, `pageshow` asks again
speech?.addEventListener?.("voiceschanged", updateControls);
// Some browsers load their voices later, without an event.
window.addEventListener("pageshow", updateControls);
new MutationObserver(updateControls).observe(document.documentElement, {
  childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"],
});
updateControls();
