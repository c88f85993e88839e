// A real Chrome 80, told by one JSON text on standard input what to do; what it saw is one JSON text on standard output.
// Usage: node chrome80.cjs FOLDER, where FOLDER has node_modules of `make test-engines`.

const fs = require("fs");
const path = require("path");
const zlib = require("zlib");

const [folder] = process.argv.slice(2);
const modules = path.resolve(folder, "node_modules");
const program = path.resolve(folder, "chromium-80");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote"];
const MOST = 40; // questions: a script that is stuck asks the last one for ever
const PHONE = { width: 390, height: 844 };
const MORE = "form [data-move=more]:not([hidden])";
const FORM = "form[data-runs=device]";
const STANDS = `[...document.querySelectorAll("main [data-finding][data-holds]")].map((one) => [one.dataset.finding, one.dataset.holds])`;
const CURRENT = `(document.querySelector("[data-question]:not([hidden])") || {dataset: {}}).dataset.question`;
const KEPT = `({title: document.title, cookie: document.cookie, state: history.state,
  stored: localStorage.length + sessionStorage.length})`;

function unpack() {
  if (fs.existsSync(program)) return;
  const packed = fs.readFileSync(path.join(modules, "chrome-aws-lambda", "bin", "chromium.br"));
  // Under its own name only when it is whole.
  const half = `${program}.${process.pid}`;
  fs.writeFileSync(half, zlib.brotliDecompressSync(packed), { mode: 0o755 });
  fs.renameSync(half, program);
}

// Another site is found without a network; what is posted and what is asked for elsewhere is told.
async function open(browser, job) {
  const page = await browser.newPage();
  const seen = { errors: [], posts: 0, away: [] };
  await page.setViewport(PHONE);
  // A smooth scroll would still be on its way when this old puppeteer clicks.
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => {
    if (request.method() === "POST") seen.posts += 1;
    if (request.url().startsWith(job.url)) return request.continue();
    seen.away.push(request.url());
    return request.respond({ contentType: "text/html", body: "<title>Weather</title>" });
  });
  await page.setRequestInterception(true);
  if (job.before) await page.evaluateOnNewDocument(job.before);
  return [page, seen];
}

async function leave(page, job) {
  await page.goto(`${job.url}/${job.lang}/safety`);
  await page.goto(`${job.url}/${job.lang}/help`, { waitUntil: "networkidle0" });
  const gone = page.waitForNavigation({ timeout: 20000 });
  if (job.by === "click") await page.click("a.exit");
  else for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await gone;
  const at = page.url();
  await page.goBack();
  return { at, back: page.url() };
}

async function tick(page, question, options) {
  for (const option of options || []) await page.click(`[name="${question}"][value="${option}"]`);
}

// With the script as far as it goes; the rest by the server.
async function walk(page, job) {
  await page.goto(`${job.url}/${job.lang}/questions`, { waitUntil: "networkidle0" });
  const asked = [];
  const takesOver = await page.$(FORM);
  while (asked.length < MOST && await page.$(FORM) && await page.$("[data-view=questions]:not([hidden])")) {
    const question = await page.evaluate(CURRENT);
    asked.push(question);
    await tick(page, question, job.answers[question]);
    if (asked.length === job.breakAt) await page.evaluate(job.breaks);
    // After the questions of today, on to the old rules.
    await page.click(await page.$(MORE) ? MORE : "[data-move=next]");
  }
  const ran = { takesOver: Boolean(takesOver), asked, device: Boolean(await page.$(FORM)), kept: await page.evaluate(KEPT) };
  if (!ran.device) {
    if (!takesOver) for (const [question, options] of Object.entries(job.answers)) await tick(page, question, options);
    await Promise.all([page.waitForNavigation(), page.click(takesOver ? "[data-failure] [type=submit]" : ".row.on-server [type=submit]")]);
  }
  return { ...ran, at: page.url(), found: await page.evaluate(STANDS) };
}

// Pages that only have to bear this engine; what is to be done and asked on each comes from outside.
async function visit(page, job) {
  const said = [];
  for (const [where, script] of job.visits) {
    await page.goto(job.url + where, { waitUntil: "networkidle0" });
    said.push(await page.evaluate(script));
  }
  return { said };
}

async function main() {
  unpack();
  const puppeteer = require(path.join(modules, "puppeteer-core"));
  const job = JSON.parse(fs.readFileSync(0, "utf8"));
  const browser = await puppeteer.launch({ executablePath: program, args: FLAGS });
  try {
    const [page, seen] = await open(browser, job);
    const did = await { leave, walk, visit }[job.does](page, job);
    process.stdout.write(JSON.stringify({ version: await browser.version(), ...seen, ...did }));
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
