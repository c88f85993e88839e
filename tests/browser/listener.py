"""A browser with voices: headless Chromium has none. The test says when a sentence has been spoken."""

import json

REMOTE = {"name": "Cloud", "lang": "en-US", "localService": False, "default": True}
REMOTE_ES = {"name": "Nube", "lang": "es-US", "localService": False, "default": False}
ENGLISH = {"name": "Here", "lang": "en-US", "localService": True, "default": False}
SPANISH = {"name": "Aquí", "lang": "es_MX", "localService": True, "default": False}
FAKE = """(voices) => {
  const speech = new EventTarget();
  let now = null;
  window.spoken = [];
  window.sounds = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  speech.getVoices = () => voices;
  speech.speak = (utterance) => {
    now = utterance;
    const { text, lang, rate, voice } = utterance;
    window.spoken.push({ text, lang, rate, voice: voice.name, local: voice.localService });
  };
  speech.cancel = () => {
    const was = now;
    now = null;
    if (was) setTimeout(() => was.onerror({ error: "canceled" }));
  };
  window.speaking = () => now !== null;
  window.finish = () => {
    const was = now;
    now = null;
    was?.onend();
  };
  window.bring = (others) => {
    voices = others;
    speech.dispatchEvent(new Event("voiceschanged"));
  };
  const Sound = window.Audio;
  window.Audio = class { constructor(url) { const sound = new Sound(url); window.sounds.push(sound); return sound; } };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
}"""


def go(page, path, *voices):
    """Opens a path in a browser that has these voices."""
    page.add_init_script(f"({FAKE})({json.dumps(voices)})")
    page.goto(path)
    page.wait_for_load_state("load")
    if path.endswith("questions"):
        page.wait_for_selector("form[data-runs=device]")
    return page


def bring(page, *voices):
    """The voices change."""
    page.evaluate("voices => bring(voices)", list(voices))


def button(page, part):
    """The button of a part of the page, not those of parts inside it."""
    return page.locator(f"{part} .listen button >> visible=true").first


def spoken(page):
    return page.evaluate("spoken")


def texts(page):
    return [one["text"] for one in spoken(page)]


def speaking(page):
    return page.evaluate("speaking()")


def read_on(page):
    """Lets the voice read to the end; gives what it read."""
    page.evaluate("() => { while (speaking()) finish(); }")
    return texts(page)


def lit(page):
    """The texts that are marked as being read."""
    return page.eval_on_selector_all(".read-now", "all => all.map(one => one.textContent.replace(/\\s+/g, ' ').trim())")
