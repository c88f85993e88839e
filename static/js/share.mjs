// Links to chosen explanations: codes in the fragment, which browsers do not send to a server.

const MOST = 100;
// Engines without text fragments leave this part in the hash, and some apps encode it.
const DIRECTIVE = /:~:|%3A~%3A/i;

// The codes in a share link, without duplicates; null for any other fragment. What is no code stays among them, so that
// the page can say that a part of the link is unknown.
/** @type {(hash: string) => string[] | null} */
export function codesIn(hash) {
  if (!hash.startsWith("#f-")) return null;
  const codes = hash.slice(3).split(DIRECTIVE)[0].split(".").filter(Boolean);
  return [...new Set(codes)].slice(0, MOST);
}

/** @type {(codes: string[]) => string} */
export const fragmentOf = (codes) => `#f-${codes.join(".")}`;

// The text after `:~:` scrolls to the first explanation without script; scripts cannot read it.
/** @type {(page: string, codes: string[]) => string} */
export const linkTo = (page, codes) => `${page}${fragmentOf(codes)}:~:text=${codes[0]}`;
