// Reads scripts by name as JSON, and prints them minified: `make minified-scripts`, and the test of what it wrote.

import { readFileSync } from "node:fs";
import { fromBuild } from "./tools.mjs";

const { minify } = fromBuild("terser");
// `toplevel` by `module`: names that a module does not export may change. Nothing here is unsafe by terser's own list.
const MODULE = { module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: /^!/ } };

const made = {};
for (const [name, text] of Object.entries(JSON.parse(readFileSync(0, "utf-8")))) {
  made[name] = (await minify(text, MODULE)).code;
}
process.stdout.write(JSON.stringify(made));
