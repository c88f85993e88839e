// Scripts keep to what the promised engines know (the browserslist of package.json): they run on the phones that people
// have. `make lint-scripts` runs this; tests/web/test_script_lint.py plants what it must find.

import newerThanPromised from "./newer-than-promised.mjs";
import { fromBuild } from "./tools.mjs";

const esX = fromBuild("eslint-plugin-es-x");
const js = fromBuild("@eslint/js");
const LATER = ["2020", "2021", "2022", "2023", "2024", "2025", "2026", "next"];
const later = LATER.flatMap((year) => [`flat/no-new-in-es${year}`, `flat/no-new-in-es${year}-intl-api`])
  .map((name) => esX.configs[name]?.rules);
// What the three engines know of ES2020, from MDN's tables.
const KNOWN = [
  "dynamic-import", "global-this", "import-meta", "nullish-coalescing-operators", "optional-chaining",
  "promise-all-settled", "string-prototype-matchall", "symbol-matchall",
];
// Names that iterators have had since, and arrays always: what is meant is the array. That it is one, TypeScript checks.
const ON_ARRAYS = ["every", "filter", "find", "flatmap", "foreach", "includes", "join", "map", "reduce", "some"];
// Keys of our own data that happen to be names of newer interfaces.
const OUR_KEYS = ["first", "last", "skipped", "utterance", "when"];

export default [
  // Comments that switch a rule off must still be needed.
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { ignores: ["**/lean-qr.mjs"] },
  js.configs.recommended,
  {
    files: ["**/*.mjs", "**/*.js"],
    plugins: { "es-x": esX, ours: { rules: { "newer-than-promised": newerThanPromised } } },
    // Aggressive: `.at()` on any value is taken for that of an array, since types are not known here.
    settings: { "es-x": { aggressive: true } },
    rules: {
      ...Object.assign({}, ...later),
      ...Object.fromEntries(KNOWN.map((name) => [`es-x/no-${name}`, "off"])),
      ...Object.fromEntries(ON_ARRAYS.map((name) => [`es-x/no-iterator-prototype-${name}`, "off"])),
      // Of ES2018, Safari 13.1 lacks this one.
      "es-x/no-regexp-lookbehind-assertions": "error",
      "ours/newer-than-promised": ["error", { ours: OUR_KEYS }],
      "no-restricted-syntax": ["error",
        { selector: "CallExpression[callee.property.name='addEventListener'] Property[key.name='signal']",
          message: "The option `signal` is newer than the promised engines: use removeEventListener" },
      ],
      // The type checker knows which names are defined.
      "no-undef": "off",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "no-shadow": "error",
    },
  },
  { files: ["**/*.js"], languageOptions: { sourceType: "script" } },
];
