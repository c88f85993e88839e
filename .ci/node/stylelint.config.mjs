// Style sheets use only features of the supported engines (the browserslist of package.json). `make lint-styles` runs
// this; tests/web/test_style_lint.py tests it with CSS that it must reject.

import { createRequire } from "node:module";
import promisedEngines from "./promised-engines.mjs";
import { fromBuild } from "./tools.mjs";

const { browserslist } = createRequire(import.meta.url)("./package.json");

// Features that are allowed without @supports: an engine without them drops one declaration, and the page remains as
// readable and usable. Each with its fallback.
const HARMLESS = {
  "text-wrap": "headings break where they must",
  "text-wrap: balance": "",
  "text-underline-offset": "the underline stands where the engine puts it",
  "text-decoration-thickness": "the underline is as thick as the engine draws it",
  "text-size-adjust": "Safari reads the prefixed one beside it, Firefox on desks enlarges nothing",
  "scroll-behavior": "a link jumps",
  "scroll-behavior: smooth": "",
  "scroll-padding-top": "quick exit covers what a link leads to, until one scrolls",
  "scroll-padding-bottom": "",
  "scroll-margin-top": "",
  "scroll-margin-bottom": "",
  "accent-color": "ticks have the color of the engine",
  "color-scheme": "controls are light on a dark page",
  "color-scheme: light": "",
  "color-scheme: dark": "",
  "color-scheme: only": "",
  "forced-color-adjust": "only together with a media query that is newer",
  "forced-color-adjust: none": "",
  "user-select": "one selects an address by hand",
  "user-select: all": "",
  "overflow-wrap: anywhere": "body has `break-word`, which is inherited",
  outline: "the property is old; that it follows rounded corners is new",
  page: "paper has the margins of the printer",
  appearance: "the prefixed one stands beside it",
  "content-visibility": "stands only below a test of ::details-content, which is newer",
  "content-visibility: visible": "",
  orphans: "a paragraph may leave one line behind",
  widows: "",
  "break-before: avoid": "a column or page may end there",
  "break-after: avoid": "",
  // The value is old in grids, but not in flex boxes: use `flex-start` there.
  "align-content: start": "",
  "align-self: start": "",
  "flex-direction: row-reverse": "the value is old; that the keyboard may follow it is new",
};

export default {
  extends: [fromBuild.resolve("stylelint-config-standard")],
  plugins: [fromBuild.resolve("stylelint-no-unsupported-browser-features"), promisedEngines],
  reportNeedlessDisables: true,
  rules: {
    "ours/promised-engines": [true, { harmless: HARMLESS }],
    "plugin/no-unsupported-browser-features": [true, {
      browsers: [...browserslist, "ios_saf 13.4-13.7"],
      // Its data has nearly everything as partly supported, and it ignores @supports. Our own rule handles both.
      ignorePartialSupport: true,
      ignore: [
        "flexbox-gap", "css-has", "css-focus-visible", "css-subgrid", "css-not-sel-list", "css-matches-pseudo",
        "css-widows-orphans", "text-size-adjust", "css-scroll-behavior", "css-paged-media", "css-content-visibility",
        "css-overscroll-behavior",
        // An engine that does not know it skips the rules: then a page moves a little when its script arrives.
        "css-media-scripting",
      ],
    }],
    // Required by the standard, but unknown to old engines.
    "declaration-block-no-redundant-longhand-properties": null,
    "media-feature-range-notation": "prefix",
    "selector-not-notation": "simple",
    "property-no-vendor-prefix": null,
    "import-notation": "string",
    // Font names and system colors have capitals. Rules are ordered by topic; prettier formats the rest.
    "value-keyword-case": null,
    "no-descending-specificity": null,
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
  },
};
