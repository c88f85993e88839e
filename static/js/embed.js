/*! Puts the guide into a page of another site: into <guidelines-guide lang="es">, and in the place of links that are
 * marked <a data-guidelines-guide>. It sets the height of its own frames, reads nothing and keeps nothing. */
(() => {
  // The name of the guide in each language, the frame attributes and the site's address; the server inserts them.
  /** @type {[Record<string, string>, Record<string, string>, string]} */
  const [NAMES, FRAME, ADDRESS] = [{}, {}, ""];
  // A topic is one of these pages, or the id of a guideline set.
  const PAGES = ["questions", "explain", "help"];
  const TAG = "guidelines-guide";
  const LINK = /^(\/p\/[\w-]+)?\/([\w-]+)\/(?:explain\/([\w-]+)|explain|help|questions)?$/;
  const site = new URL(ADDRESS || /** @type {HTMLScriptElement} */ (document.currentScript).src).origin;
  // The replacement of each frame if the page forbids frames.
  /** @type {Map<HTMLIFrameElement, () => void>} */
  const instead = new Map();

  // The closest available language: es for es-MX, zh-Hans for zh-CN. Without an attribute, the language of the page.
  /** @type {(element: Element) => string} */
  function languageOf(element) {
    const codes = Object.keys(NAMES);
    const parts = (element.closest("[lang]")?.lang ?? "").toLowerCase().replace(/_/g, "-").split("-");
    for (let length = parts.length; length; length -= 1) {
      const wanted = parts.slice(0, length).join("-");
      const found = codes.find((code) => code.toLowerCase() === wanted);
      if (found) return found;
    }
    return codes.find((code) => code.split("-")[0] === parts[0]) ?? codes[0];
  }

  /** @type {(element: Element, ...nodes: Node[]) => void} */
  function fill(element, ...nodes) {
    element.textContent = "";
    element.append(...nodes);
  }

  // Themes say `iframe { height: auto !important }`.
  /** @type {(frame: HTMLIFrameElement, height: number) => void} */
  const setHeight = (frame, height) => frame.style.setProperty("height", `${height}px`, "important");

  /** @type {(path: string, language: string) => HTMLIFrameElement} */
  function frameAt(path, language) {
    const frame = document.createElement("iframe");
    frame.title = NAMES[language];
    for (const [name, value] of Object.entries(FRAME)) frame.setAttribute(name, value);
    // Set by script, not as an attribute, because strict policies allow only this.
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
    setHeight(frame, 700);
    frame.src = `${site}/embed${path}`;
    return frame;
  }

  class Guide extends HTMLElement {
    connectedCallback() {
      // If the script runs twice, the frame exists already.
      if (this.querySelector("iframe")) return;
      const language = languageOf(this);
      const [partner, topic] = ["partner", "topic"].map((name) => encodeURIComponent(this.getAttribute(name) ?? ""));
      const start = `${partner && `/p/${partner}`}/${language}/`;
      if (!/** @type {string} */ (this.textContent).trim()) fill(this, link(`${site}${start}`, NAMES[language]));
      const page = !topic || PAGES.includes(topic) ? topic : `explain/${topic}`;
      const frame = frameAt(start + page, language);
      const kept = [...this.childNodes];
      this.style.display = "block";
      fill(this, frame);
      instead.set(frame, () => fill(this, ...kept));
    }
  }

  /** @type {(href: string, words: string) => HTMLAnchorElement} */
  function link(href, words) {
    return Object.assign(document.createElement("a"), { href, textContent: words, target: "_blank", rel: "noopener" });
  }

  function replaceLinks() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("a[data-guidelines-guide]");
    for (const marked of links) {
      const [found, , code] = LINK.exec(marked.pathname) ?? [""];
      if (marked.origin !== site || !Object.keys(NAMES).includes(code)) continue;
      const frame = frameAt(found, code);
      instead.set(frame, () => frame.replaceWith(marked));
      marked.replaceWith(frame);
    }
  }

  /** @type {(data: { guide?: unknown, height: number } | null) => boolean} */
  const isHeight = (data) => data?.guide === 1 && Object.keys(data).length === 2
    && Number.isInteger(data.height) && data.height >= 200 && data.height <= 20000;

  window.addEventListener("message", ({ source, origin, data }) => {
    // A sandboxed frame has an opaque origin.
    if (!source || (origin !== site && origin !== "null") || !isHeight(data)) return;
    for (const frame of instead.keys()) {
      if (frame.contentWindow === source) setHeight(frame, data.height);
    }
  });

  // The policy of the page forbids the frames: replace them by links.
  // eslint-disable-next-line ours/newer-than-promised -- Safari before 15 does not tell: taken as enforced
  document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective, disposition }) => {
    if (disposition === "report" || effectiveDirective !== "frame-src" || new URL(blockedURI, document.baseURI).origin !== site) return;
    for (const restore of instead.values()) restore();
    instead.clear();
  });

  // Not before the document is parsed: the link inside an element comes after the element.
  function begin() {
    // The script may be on a page twice.
    if (customElements.get(TAG)) return;
    customElements.define(TAG, Guide);
    replaceLinks();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
