// Links to chosen explanations: codes in the fragment, which browsers do not send to a server.

const CODES = /^#f-([a-z2-7]{5}(?:\.[a-z2-7]{5}){0,99})$/;

// The codes in a share link, without duplicates; null for any other fragment. Engines without text fragments leave what
// follows `:~:` in the hash, and Chrome 80 does, too.
/** @type {(hash: string) => string[] | null} */
export function codesIn(hash) {
  const found = CODES.exec(hash.split(":~:")[0]);
  return found ? [...new Set(found[1].split("."))] : null;
}

// Whether a fragment is meant for a share link, even if it is damaged.
/** @type {(hash: string) => boolean} */
export const isShared = (hash) => hash.startsWith("#f-");

/** @type {(codes: string[]) => string} */
export const fragmentOf = (codes) => `#f-${codes.join(".")}`;

// The text after `:~:` scrolls to the first explanation without script; scripts cannot read it.
/** @type {(page: string, codes: string[]) => string} */
export const linkTo = (page, codes) => `${page}${fragmentOf(codes)}:~:text=${codes[0]}`;
