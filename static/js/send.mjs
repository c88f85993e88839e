// "Share": the steps of a page as plain text, to the share sheet of the device or to its clipboard. The text is in the
// page already. Of the reader it has nothing but a number of the state that he chose on this page. We send nothing.

// The number of the chosen state, with its name; on a page without a choice, and before one, nothing.
function numberOfState() {
  /** @type {HTMLSelectElement | null} */
  const choice = document.querySelector("[data-state-choice]");
  if (!choice?.value) return "";
  const row = document.querySelector(`[data-row="${CSS.escape(choice.value)}"]`);
  const number = row?.querySelector("a[href^='tel:']")?.textContent.trim();
  return number ? `${choice.selectedOptions[0].textContent.trim()}: ${number}` : "";
}

/** @type {(block: HTMLElement) => string} */
function textOf(block) {
  const { sendText, sendMost, sendLink } = /** @type {Record<string, string>} */ (block.dataset);
  const link = new URL(sendLink, window.location.href).href;
  const whole = [sendText, numberOfState(), link].filter(Boolean).join("\n");
  return whole.length <= Number(sendMost) ? whole : `${sendText}\n${link}`;
}

/** @type {(block: HTMLElement, name: string) => void} */
function tell(block, name) {
  for (const words of block.querySelectorAll("[role=status] [data-sent]")) words.hidden = words.dataset.sent !== name;
}

/** @type {(block: HTMLElement, text: string) => Promise<void>} */
async function copy(block, text) {
  const shown = block.querySelector("[data-sent=text]");
  shown.textContent = text;
  shown.hidden = false;
  try {
    await navigator.clipboard.writeText(text);
    tell(block, "copied");
  } catch {
    tell(block, "failed");
  }
}

/** @type {(block: HTMLElement) => Promise<void>} */
async function send(block) {
  const text = textOf(block);
  tell(block, "");
  // eslint-disable-next-line ours/newer-than-promised -- this is the test
  if (!navigator.share) {
    await copy(block, text);
    return;
  }
  try {
    // eslint-disable-next-line ours/newer-than-promised -- see above
    await navigator.share({ text });
  } catch (error) {
    // Somebody who closed the share sheet wants nothing. A frame may not share: then the text can be copied.
    if (/** @type {Error} */ (error).name !== "AbortError") await copy(block, text);
  }
}

for (const block of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-send-text]"))) {
  block.hidden = false;
  block.querySelector("button").addEventListener("click", () => send(block));
}
