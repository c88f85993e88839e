// The web platform features of the supported engines, by name, from MDN's compatibility data and the browserslist of
// package.json. ESLint sees names, not types: a name is supported if any interface with this name is old enough.

import { createRequire } from "node:module";
import { fromBuild } from "./tools.mjs";

const { browserslist } = createRequire(import.meta.url)("./package.json");
const DATA = fromBuild("@mdn/browser-compat-data");
// [["chrome", "80"], ["safari", "13.1"], ["firefox", "78"]]
export const ENGINES = browserslist.map((engine) => engine.split(" "));

// Compares versions as numbers: 13.1 comes before 13.10, and both before 80.
function isAtMost(version, promised) {
  const [one, other] = [version, promised].map((text) => text.replace("≤", "").split(".").map(Number));
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [left, right] = [one[index] ?? 0, other[index] ?? 0];
    if (left !== right) return left < right;
  }
  return true;
}

function since({ support }, engine) {
  const plain = [support[engine] ?? []].flat().find((each) => !each.flags && !each.prefix && !each.alternative_name);
  return plain && !plain.version_removed && /\d/.test(plain.version_added) ? plain.version_added : null;
}

// The engines that lack a feature, each with the version that first has it.
function lacking(compat) {
  const late = ENGINES.map(([engine, promised]) => [engine, since(compat, engine), promised]);
  return late.filter(([, version, promised]) => !version || !isAtMost(version, promised));
}

// name -> the engines that lack it, as text; only names that not all supported engines have.
function tableOf(features) {
  const found = new Map();
  for (const [name, feature] of features) {
    if (!feature.__compat) continue;
    const late = lacking(feature.__compat);
    if (!late.length) found.set(name, null);
    else if (found.get(name) !== null) {
      found.set(name, late.map(([engine, version]) => `${engine} ${version ? `before ${version}` : "of today"}`).join(", "));
    }
  }
  return new Map([...found].filter(([, words]) => words));
}

const plain = (name) => name.replace(/_static$/, "");
const below = (owners) => Object.values(owners).flatMap((owner) => Object.entries(owner));
const { api, html, css, javascript } = DATA;
const { Intl, ...builtins } = javascript.builtins;
const globals = [...Object.entries(api), ...Object.entries(javascript.builtins)];
const owners = Object.entries({ ...api, ...javascript.builtins });
const members = [...below(api), ...below(builtins), ...Object.entries(Intl), ...below(Intl)];

export const newer = {
  globals: tableOf([...globals, ...Object.entries(api.Window)]),
  members: tableOf([...members.map(([name, feature]) => [plain(name), feature]), ...globals]),
  // "AbortSignal.timeout": with an owner, only its own member counts, not one of the same name elsewhere.
  owned: tableOf(owners.flatMap(([owner, own]) => Object.entries(own).map(([name, one]) => [`${owner}.${plain(name)}`, one]))),
  events: tableOf(below(api).filter(([name]) => name.endsWith("_event")).map(([name, one]) => [name.slice(0, -6), one])),
  attributes: tableOf([...Object.entries(html.global_attributes), ...below(html.elements)]),
  selectors: tableOf([...Object.entries(css.selectors), ["not(a, b)", css.selectors.not.selector_list]]),
  properties: tableOf(Object.entries(css.properties)),
  // "overflow-wrap: anywhere"
  values: tableOf(Object.entries(css.properties).flatMap(([name, own]) =>
    Object.entries(own).map(([value, one]) => [`${name}: ${value}`, one]))),
  // "color-mix", which is nested in "color"
  functions: tableOf([...Object.entries(css.types), ...below(css.types)]),
  atRules: tableOf(Object.entries(css["at-rules"])),
};
