// Drives Chrome 80 or Firefox: one command as a line of JSON on standard input, one outcome as a line on standard output.
// Usage: node puppet.cjs ENGINE FOLDER, where FOLDER has node_modules of `make test-engines`.

const fs = require("fs");
const os = require("os");
const path = require("path");
const readline = require("readline");
const zlib = require("zlib");

const [engine, folder] = process.argv.slice(2);
const modules = path.resolve(folder, "node_modules");
const PHONE = { width: 390, height: 844 };
const SOON = 60000; // ms

// The browser is unpacked to a name of its own, and is found under the other one only when it is whole.
function unpacked() {
  const program = path.resolve(folder, "chromium-80");
  if (fs.existsSync(program)) return program;
  const packed = fs.readFileSync(path.join(modules, "chrome-aws-lambda", "bin", "chromium.br"));
  const half = `${program}.${process.pid}`;
  fs.writeFileSync(half, zlib.brotliDecompressSync(packed), { mode: 0o755 });
  fs.renameSync(half, program);
  return program;
}

// Firefox writes to the disk what it would open again, as it does for readers, but each two seconds.
const SESSIONS = { "browser.sessionstore.resume_from_crash": true, "browser.sessionstore.interval": 2000,
  "browser.sessionstore.interval.idle": 2000 };
const profile = engine === "firefox" ? fs.mkdtempSync(path.join(os.tmpdir(), "guide-firefox-")) : "";

const LAUNCH = {
  chrome80: () => require(path.join(modules, "puppeteer-core")).launch({
    executablePath: unpacked(), args: ["--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote"],
  }),
  firefox: () => require(path.join(modules, "puppeteer-for-firefox")).launch({
    browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true, userDataDir: profile,
    extraPrefsFirefox: { "ui.prefersReducedMotion": 1, ...SESSIONS },
  }),
};

let browser;
let page;
let place; // the page, or a frame of it
let elsewhere;

// A new tab without a history.
async function fresh(ours) {
  const before = page;
  page = await browser.newPage();
  place = page;
  elsewhere = [];
  if (before) await before.close();
  await page.setViewport(PHONE);
  // A smooth scroll would still be on its way when the old puppeteer clicks.
  if (engine === "chrome80") await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  page.on("request", (request) => {
    // Firefox's own parts are `data:`.
    if (![...ours, "data:", "about:"].some((address) => request.url().startsWith(address))) elsewhere.push(request.url());
  });
}

const does = {
  fresh,
  version: () => browser.version(),
  profile: () => profile,
  elsewhere: () => elsewhere,
  goto: async (address) => { place = page; await page.goto(address, { waitUntil: "load", timeout: SOON }); },
  address: () => page.url(),
  run: (expression) => place.evaluate(expression),
  click: (selector) => place.click(selector),
  press: (key) => page.keyboard.press(key),
  within: async (selector) => { place = selector ? await (await page.$(selector)).contentFrame() : page; },
  paper: async (file) => { await page.pdf({ path: file, format: "Letter", preferCSSPageSize: false, printBackground: true }); },
};

async function main() {
  browser = await LAUNCH[engine]();
  const lines = readline.createInterface({ input: process.stdin });
  for await (const line of lines) {
    const [name, ...given] = JSON.parse(line);
    let outcome;
    try {
      const gives = await does[name](...given);
      outcome = { gives: gives === undefined ? null : gives };
    } catch (error) {
      outcome = { fails: String(error.stack || error) };
    }
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
  await browser.close();
  if (profile) fs.rmSync(profile, { recursive: true, force: true });
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
