// An ESLint rule against web platform names that a supported engine lacks: globals, members, events, attributes and
// selectors. If a feature test guards such a name, an eslint-disable comment gives the reason.

import { newer } from "./engines.mjs";

const ATTRIBUTE = new Set(["setAttribute", "toggleAttribute", "hasAttribute", "getAttribute", "removeAttribute"]);

// The global objects of a page, by interface.
const SINGLE = {
  window: "Window", document: "Document", navigator: "Navigator", history: "History", location: "Location",
  performance: "Performance", screen: "Screen", crypto: "Crypto",
};

const isDataset = ({ name, property }) => name === "dataset" || property?.name === "dataset";
const isText = (node) => node?.type === "Literal" && typeof node.value === "string";

function nameOf({ computed, property }) {
  if (!property) return undefined;
  if (!computed) return property.name;
  return isText(property) ? property.value : undefined;
}

function selectorsIn(text) {
  const names = [...text.matchAll(/:([a-z-]+)/g)].map(([, name]) => name);
  return /:not\([^()]*,/.test(text) ? [...names, "not(a, b)"] : names;
}

export default {
  meta: {
    type: "problem",
    schema: [{ type: "object", properties: { ours: { type: "array", items: { type: "string" } } } }],
    messages: { newer: "`{{name}}` is newer than the promised engines: {{lacking}} lacks it" },
  },
  create(context) {
    const ours = new Set(context.options[0]?.ours);
    function check(node, kind, name) {
      const lacking = newer[kind].get(name);
      if (lacking) context.report({ node, messageId: "newer", data: { name, lacking } });
    }
    function checkMember(node, name) {
      if (!name || ours.has(name)) return;
      check(node, "members", name);
      if (name.startsWith("on")) check(node, "events", name.slice(2));
    }
    const checkText = (node, text) => selectorsIn(text).forEach((name) => check(node, "selectors", name));

    return {
      "Program:exit"(node) {
        for (const { identifier } of context.sourceCode.getScope(node).through) check(identifier, "globals", identifier.name);
        for (const variable of context.sourceCode.getScope(node).variables) {
          if (!variable.defs.length) for (const { identifier } of variable.references) check(identifier, "globals", variable.name);
        }
      },
      MemberExpression(node) {
        if (isDataset(node.object)) return;
        checkMember(node.property, nameOf(node));
        const owner = node.object.name ?? nameOf(node.object);
        if (owner) check(node.property, "owned", `${SINGLE[owner] ?? owner}.${nameOf(node)}`);
      },
      "ObjectPattern > Property[computed=false]"(node) {
        const from = node.parent.parent.init;
        if (!from || !isDataset(from)) checkMember(node.key, node.key.name);
      },
      CallExpression({ callee, arguments: [first] }) {
        const name = callee.type === "MemberExpression" && nameOf(callee);
        if (!name || !isText(first)) return;
        if (name === "addEventListener") check(first, "events", first.value);
        if (ATTRIBUTE.has(name)) check(first, "attributes", first.value);
      },
      Literal(node) {
        if (isText(node)) checkText(node, node.value);
      },
      TemplateElement(node) {
        checkText(node, node.value.raw);
      },
    };
  },
};
