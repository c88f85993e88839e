// Reads one page as a line of JSON, prints what html-validate says of it as a line of JSON. Node runs it once for
// all pages of a test process, since to load the package takes longer than to read a page.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { HtmlValidate, StaticConfigLoader } = createRequire(`${process.argv[2]}/`)("html-validate");
const loader = new StaticConfigLoader(JSON.parse(process.argv[3]));
const validator = new HtmlValidate(loader);
for await (const line of createInterface({ input: process.stdin })) {
  const { results } = await validator.validateString(JSON.parse(line));
  const found = results.flatMap(({ messages }) => messages);
  console.log(JSON.stringify(found.map((each) => `line ${each.line}: ${each.ruleId}: ${each.message}`)));
}
