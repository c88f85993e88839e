// Scripts use only features of the supported engines (the browserslist of package.json), which old phones have.
// `make lint-scripts` runs this; tests/web/test_script_lint.py tests it with code that it must reject.

import newerThanPromised from "./newer-than-promised.mjs";
import { fromBuild } from "./tools.mjs";

const esX = fromBuild("eslint-plugin-es-x");
const js = fromBuild("@eslint/js");
const LATER = ["2020", "2021", "2022", "2023", "2024", "2025", "2026", "next"];
const later = LATER.flatMap((year) => [`flat/no-new-in-es${year}`, `flat/no-new-in-es${year}-intl-api`])
  .map((name) => esX.configs[name]?.rules);
// The ES2020 features of the three engines, from MDN's tables.
const KNOWN = [
  "dynamic-import", "global-this", "import-meta", "nullish-coalescing-operators", "optional-chaining",
  "promise-all-settled", "string-prototype-matchall", "symbol-matchall",
];
// Names of array methods that iterators got later. TypeScript checks that the value is an array.
const ON_ARRAYS = ["every", "filter", "find", "flatmap", "foreach", "includes", "join", "map", "reduce", "some"];
// Keys of our data that are also names of newer interfaces.
const OUR_KEYS = ["first", "last", "skipped", "utterance", "when"];

export default [
  // Unused disable comments are errors.
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { ignores: ["**/lean-qr.mjs"] },
  js.configs.recommended,
  {
    files: ["**/*.mjs", "**/*.js"],
    plugins: { "es-x": esX, ours: { rules: { "newer-than-promised": newerThanPromised } } },
    // Aggressive: `.at()` on any value counts as that of an array, because types are not known here.
    settings: { "es-x": { aggressive: true } },
    rules: {
      ...Object.assign({}, ...later),
      ...Object.fromEntries(KNOWN.map((name) => [`es-x/no-${name}`, "off"])),
      ...Object.fromEntries(ON_ARRAYS.map((name) => [`es-x/no-iterator-prototype-${name}`, "off"])),
      // The ES2018 feature that Safari 13.1 lacks.
      "es-x/no-regexp-lookbehind-assertions": "error",
      "ours/newer-than-promised": ["error", { ours: OUR_KEYS }],
      "no-restricted-syntax": ["error",
        { selector: "CallExpression[callee.property.name='addEventListener'] Property[key.name='signal']",
          message: "The option `signal` is newer than the promised engines: use removeEventListener" },
      ],
      // The type checker reports undefined names.
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
