(voices) => {
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
}
