// A Stylelint rule against CSS features that a supported engine lacks, unless @supports tests them. An engine drops an
// unknown declaration, a rule with an unknown selector, and the content of an unknown @-rule.

import { newer } from "./engines.mjs";
import { fromBuild } from "./tools.mjs";

const stylelint = fromBuild("stylelint").default ?? fromBuild("stylelint");
export const ruleName = "ours/promised-engines";
const messages = stylelint.utils.ruleMessages(ruleName, {
  newer: (what, lacking) => `\`${what}\` is newer than the promised engines: ${lacking} lacks it; test it with @supports`,
  nested: (what) => `\`${what}\` is nested in a rule: write its whole selector, old engines and paper in WebKit drop it`,
  gap: (selector) =>
    `\`gap\` in the flex box \`${selector}\`: old engines leave none; give it margins in @supports not (inset: 0)`,
});
const FLEX_GAP = "@supports not (inset: 0)"; // every engine got `inset` together with gap in flex boxes, or later
const GAPS = new Set(["gap", "row-gap", "column-gap"]);

const ancestors = (node) => (node.parent ? [node.parent, ...ancestors(node.parent)] : []);
const isNamed = (node, ...names) => node.type === "atrule" && names.includes(node.name);
const supports = (node) => ancestors(node).filter((one) => isNamed(one, "supports") && !/^not\b/.test(one.params));
// Engines with :has() also have the other selectors of the sheets.
const isTested = (node, name) => supports(node).some(({ params }) => params.includes(name) || params.includes("selector(:has("));
const withoutStrings = (text) => text.replace(/"[^"]*"|'[^']*'/g, '""');

function selectorsIn(text) {
  const plain = withoutStrings(text);
  const names = [...plain.matchAll(/:([a-z-]+)/g)].map(([, name]) => name);
  return /:not\([^()]*(\([^()]*\)[^()]*)*,/.test(plain) ? [...names, "not(a, b)"] : names;
}

// The names in a declaration that may be unsupported: its property, a keyword, functions.
function partsOf({ prop, value }) {
  const plain = withoutStrings(value);
  const functions = [...plain.matchAll(/(?<![\w-])([a-z][a-z-]*)\(/g)].map(([, name]) => ["functions", name, name]);
  const words = plain.split(/[\s,()]+/).map((word) => ["values", `${prop}: ${word}`, word]);
  return [["properties", prop, prop], ...words, ...functions];
}

function checkGaps(root, report) {
  const flex = new Set();
  const gaps = [];
  const margins = new Set();
  root.walkRules((rule) => {
    const fallback = ancestors(rule).some((one) => isNamed(one, "supports") && `@supports ${one.params}` === FLEX_GAP);
    for (const selector of rule.selectors) {
      if (fallback) margins.add(selector.replace(/\s*>\s*[^>]*$/, ""));
      rule.each((child) => {
        if (child.prop === "display" && /\bflex$/.test(child.value)) flex.add(selector);
        if (GAPS.has(child.prop) && !/^0$/.test(child.value) && !isTested(rule, "(inset:")) gaps.push([child, selector]);
      });
    }
  });
  for (const [declaration, selector] of gaps) {
    if (flex.has(selector) && !margins.has(selector)) report(declaration, messages.gap(selector));
  }
}

function ruleFunction(on, { harmless = {} } = {}) {
  return (root, result) => {
    if (!on) return;
    const report = (node, message) => stylelint.utils.report({ ruleName, result, node, message });
    const check = (node, kind, name, tested = name) => {
      const lacking = newer[kind].get(name);
      if (lacking && !(name in harmless) && !isTested(node, tested)) report(node, messages.newer(name, lacking));
    };
    root.walk((node) => {
      if (node.type !== "decl" && ancestors(node).some(({ type }) => type === "rule")) {
        if (node.type !== "comment") report(node, messages.nested(node.selector ?? `@${node.name}`));
      }
      if (node.type === "atrule") check(node, "atRules", node.name);
      if (node.type === "rule") selectorsIn(node.selector).forEach((name) => check(node, "selectors", name, `:${name.replace("(a, b)", "")}`));
      if (node.type === "decl") partsOf(node).forEach(([kind, name, tested]) => check(node, kind, name, tested));
    });
    checkGaps(root, report);
  };
}

ruleFunction.ruleName = ruleName;
ruleFunction.messages = messages;
export default stylelint.createPlugin(ruleName, ruleFunction);
