// What the type checker takes from the page. Templates and their tests hold that an element is there, and a script that
// does not find it throws and leaves the page to the server: so a query gives an element, not `Element | null`.

interface ParentNode {
  querySelector<Name extends keyof HTMLElementTagNameMap>(selectors: Name): HTMLElementTagNameMap[Name];
  querySelector<Found extends Element = HTMLElement>(selectors: string): Found;
  querySelectorAll<Name extends keyof HTMLElementTagNameMap>(selectors: Name): NodeListOf<HTMLElementTagNameMap[Name]>;
  querySelectorAll(selectors: `${string}input` | `${string}input:checked` | `${string}[type=date]`): NodeListOf<HTMLInputElement>;
  querySelectorAll(selectors: `${string} a`): NodeListOf<HTMLAnchorElement>;
  querySelectorAll<Found extends Element = HTMLElement>(selectors: string): NodeListOf<Found>;
}

interface Document {
  getElementById<Found extends HTMLElement = HTMLElement>(id: string): Found;
}

// What stands around an element may be missing: a script asks.
interface Element {
  closest<Found extends Element = HTMLElement>(selectors: string): Found | null;
}
