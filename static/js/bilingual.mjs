// Two languages at once: the twin of guide/pair.py, for results, whose answers stay on the device.

const BLOCKS = new Set(("address article aside blockquote button caption dd details div dl dt fieldset figcaption figure "
  + "footer form h1 h2 h3 h4 h5 h6 header label legend li nav ol p section summary table tbody td th thead tr ul").split(" "));
const NUMBERED = new Set(["p", "li"]);
const SIDE = new Set([...NUMBERED, "h1", "h2", "h3", "h4"]);

const tag = (element) => element.localName;
const isBlock = (element) => BLOCKS.has(tag(element)) || element.classList.contains("button");
const words = (element) => element.textContent.trim().split(/\s+/).join(" ");
const worded = (element) => [...element.children].filter(words);
const isText = (node) => node.nodeType === Node.TEXT_NODE;
// Words that stand outside its elements.
const mixed = (element) => [...element.childNodes].some((node) => isText(node) && node.data.trim());
const make = (name) => Object.assign(document.createElement("span"), { className: name });

// Puts the text of `b` beside the text of `a`, in `a`; `languages` are two of { lang, dir }. Changes both trees.
export function join(a, b, languages) {
  const own = (tree) => [...tree.querySelectorAll("[data-own=page]")];
  const notes = own(b);
  for (const note of notes) Object.assign(note, languages[1]);
  const kept = own(a);
  for (const note of [...kept, ...notes]) note.remove();
  for (const tree of [a, b]) {
    for (const passage of tree.querySelectorAll("[data-own=passage], template, script")) passage.remove();
  }
  // The English beside a draft stays, once, where both are drafts: else no draft stands alone.
  const folds = [a, b].map((tree) => [...tree.querySelectorAll("[data-english]")]);
  if (!folds.every((found) => found.length)) for (const fold of folds.flat()) fold.remove();
  a.classList.add("paired");
  let number = 0;
  trees(a, b, { languages, next: () => (number += 1) });
  a.querySelector("h1").before(...kept, ...notes);
}

function trees(a, b, pair) {
  if ("single" in a.dataset || words(a) === words(b)) return;
  wrapLooseWords(a);
  wrapLooseWords(b);
  const [left, right] = [worded(a), worded(b)];
  const alike = left.length === right.length && left.every((child, index) => tag(child) === tag(right[index]));
  if (mixed(a) || mixed(b) || !alike) return both(a, b, pair);
  left.forEach((child, index) => trees(child, right[index], pair));
  return undefined;
}

// The words of both, under one number where they are a paragraph.
function both(a, b, { languages, next }) {
  const pair = make(SIDE.has(tag(a)) ? "pair side-by-side" : "pair");
  if (NUMBERED.has(tag(a))) pair.append(Object.assign(make("pair-number"), { textContent: next() }));
  [a, b].forEach((tree, index) => {
    const cell = make("pair-text");
    cell.lang = tree.getAttribute("lang") ?? languages[index].lang;
    cell.dir = tree.getAttribute("dir") ?? languages[index].dir;
    cell.append(...tree.childNodes);
    pair.append(cell);
  });
  plainCopy(pair.lastChild);
  a.removeAttribute("lang");
  a.removeAttribute("dir");
  a.append(pair);
}

// Beside blocks, words become elements of their own: `Sources: <ul>` is a word and a list.
function wrapLooseWords(element) {
  if (![...element.children].some(isBlock) || !mixed(element)) return;
  let run = null;
  for (const node of [...element.childNodes]) {
    if (isText(node) && !node.data.trim()) {
      if (run) run.append(node);
      else node.remove();
    } else if (!isText(node) && isBlock(node)) {
      run = null;
    } else {
      if (!run) {
        run = document.createElement("span");
        node.before(run);
      }
      run.append(node);
    }
  }
}

// The second copy has no ids and no English of a draft, which the first has, and no pictures: they need no words.
function plainCopy(cell) {
  for (const element of cell.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const picture of cell.querySelectorAll("svg, [data-english]")) picture.remove();
}
