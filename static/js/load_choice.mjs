// Loads what a choice of a language needs. Of two quick choices the later one counts.

let choices = 0;

/** @type {() => HTMLElement} */
export const offlineNote = () => document.querySelector("[data-offline]");

// `take` gets what was loaded. If one of them fails, the page says that there is no connection.
/** @type {<Loaded>(onDevice: () => unknown, load: () => Promise<Loaded>, take: (loaded: Loaded) => void) => Promise<void>} */
export async function loadChoice(onDevice, load, take) {
  offlineNote().hidden = true;
  choices += 1;
  const own = choices;
  const counts = () => own === choices && onDevice();
  try {
    const loaded = await load();
    if (counts()) take(loaded);
  } catch {
    if (counts()) offlineNote().hidden = false;
  }
}
