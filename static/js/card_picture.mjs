// Makes a picture of the card, to save or to send, out of what the browser has laid out: the same lines, by the same fonts.
// It is drawn on this device and goes nowhere. The address of the picture (blob:) is one of this page only.

const SCALE = 2; // sharp enough to be read at a window, small enough for a message
const MARGIN = 16;

const card = /** @type {HTMLElement} */ (document.querySelector("#card"));
const box = /** @type {HTMLElement} */ (document.querySelector("[data-picture]"));
const link = /** @type {HTMLAnchorElement} */ (box.querySelector("a"));

/** @typedef {{ text: string, left: number, right: number, top: number, bottom: number }} Line */

/** Returns the lines of a paragraph as they are on the screen. */
/** @type {(paragraph: Element) => Line[]} */
function linesOf(paragraph) {
  /** @type {Line[]} */
  const lines = [];
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const place = document.createRange();
  while (texts.nextNode()) {
    const node = /** @type {Text} */ (texts.currentNode);
    for (let at = 0; at < node.length; at += 1) {
      place.setStart(node, at);
      place.setEnd(node, at + 1);
      const rect = place.getClientRects()[0];
      const line = lines[lines.length - 1];
      if (line && (!rect || rect.top < line.bottom - rect.height / 2)) {
        line.text += node.data[at];
        if (rect) {
          line.left = Math.min(line.left, rect.left);
          line.right = Math.max(line.right, rect.right);
        }
      } else if (rect) {
        lines.push({ text: node.data[at], left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
      }
    }
  }
  return lines;
}

/** Returns how far the letters stand below the top of their line: an empty box stands on the same base line. */
/** @type {(paragraph: Element) => number} */
function ascentOf(paragraph) {
  const foot = document.createElement("i");
  const [first] = linesOf(paragraph);
  paragraph.prepend(foot);
  const base = foot.getBoundingClientRect().bottom;
  foot.remove();
  return base - first.top;
}

/** Marks give the direction: not every promised engine knows `direction` of a canvas. */
/** @type {(text: string, toLeft: boolean) => string} */
const marked = (text, toLeft) => toLeft ? `\u202B${text.trim()}\u202C` : text.trim();

/** @type {(pen: CanvasRenderingContext2D, paragraph: Element) => void} */
function write(pen, paragraph) {
  const style = getComputedStyle(paragraph);
  const toLeft = style.direction === "rtl";
  const [weight, size, family] = ["weight", "size", "family"].map((part) => style.getPropertyValue(`font-${part}`));
  // eslint-disable-next-line ours/newer-than-promised -- `font` of a canvas is old; the new one is of another interface
  pen.font = `${weight} ${size} ${family}`;
  pen.textAlign = toLeft ? "right" : "left";
  const ascent = ascentOf(paragraph);
  for (const line of linesOf(paragraph)) {
    pen.fillText(marked(line.text, toLeft), toLeft ? line.right : line.left, line.top + ascent);
  }
}

/** Draws all phrases, black on white, with a line between two of them. */
/** @type {() => HTMLCanvasElement} */
function draw() {
  const frame = card.querySelector(".says").getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil((frame.width + 2 * MARGIN) * SCALE);
  canvas.height = Math.ceil((frame.height + 2 * MARGIN) * SCALE);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(SCALE, SCALE);
  pen.translate(MARGIN - frame.left, MARGIN - frame.top);
  pen.fillStyle = "#000";
  for (const item of card.querySelectorAll(".says li")) {
    if (item.previousElementSibling) pen.fillRect(frame.left, item.getBoundingClientRect().top, frame.width, 0.5);
    for (const paragraph of item.children) write(pen, paragraph);
  }
  return canvas;
}

/** @type {(made: string) => void} */
function tell(made) {
  for (const words of box.querySelectorAll("[data-made]")) words.hidden = words.dataset.made !== made;
  link.hidden = made !== "ready";
}

/** @type {(blob: Blob | null) => void} */
function offer(blob) {
  if (link.href) URL.revokeObjectURL(link.href);
  if (blob) {
    link.href = URL.createObjectURL(blob);
    link.download = "card.png";
  }
  tell(blob ? "ready" : "failed");
}

function make() {
  tell("");
  // For the time of the drawing, which nobody sees, the card has the width of a phone.
  card.dataset.drawing = "";
  try {
    draw().toBlob(offer, "image/png");
  } catch {
    tell("failed");
  }
  delete card.dataset.drawing;
}

box.hidden = false;
box.querySelector("button").addEventListener("click", make);
