"""Modules that are sent as one file: each runs once on a page, and the file is named after all that it can load."""

import re

import pytest
from support.node_tools import same_syntax

from guide.config import CHECKOUT
from guide.web.assets import Assets
from guide.web.joined_scripts import EVERY_PAGE, FILES, GROUP_OF, modules, with_groups
from guide.web.kit.bundle import CannotJoin

SCRIPT = re.compile(r'"(/static/js/[^"]+\.mjs)"')
PAGES = ("", "questions", "held", "officers", "papers", "plan", "help", "present", "explain", "timeline", "changes")
WITHOUT_STATE = {"scroll.mjs", "links.mjs"}
SOURCES = {f"js/{path.name}": path.read_bytes() for path in (CHECKOUT / "static" / "js").glob("*.mjs")}


def modules_on(client, path):
    """The modules that the scripts of a page contain, at once or later, each as often as it is there."""
    queue = list(dict.fromkeys(SCRIPT.findall(client.get(path).text)))
    for url in queue:
        queue += [each for each in dict.fromkeys(SCRIPT.findall(client.get(url).text)) if each not in queue]
    files = [re.sub(r"\.[0-9a-f]{7}\.mjs$", ".mjs", url.rpartition("/")[2]) for url in queue]
    return [module for file in files for module in ([f"{one}.mjs" for one in FILES[file]] if file in FILES else [file])]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_runs_a_module_twice(client, name):
    found = [each for each in modules_on(client, f"/en/{name}") if each not in WITHOUT_STATE]
    assert "quick_exit.mjs" in found
    assert sorted(set(found)) == sorted(found)


def test_the_questions_load_two_files_and_a_result_one_more(client):
    at_once = set(SCRIPT.findall(client.get("/en/questions").text))
    assert {url.rpartition("/")[2].partition(".")[0] for url in at_once} == {"every-page", "walk"}
    assert len(GROUP_OF) > 18


@pytest.mark.parametrize("changed", ["js/result.mjs", "js/rules.mjs", "js/quick_exit.mjs"])
def test_a_file_is_named_after_what_it_loads_also_in_circles(changed):
    before, after = (
        Assets(with_groups(files)) for files in (SOURCES, SOURCES | {changed: SOURCES[changed] + b"void 0;\n"})
    )
    for group in ("walk.mjs", "results.mjs"):  # each loads the other
        assert before.url(f"js/{group}") != after.url(f"js/{group}")
    same = before.url(f"js/{EVERY_PAGE}") == after.url(f"js/{EVERY_PAGE}")
    assert same is (changed != "js/quick_exit.mjs")
    assert before.url("js/clinics.mjs") == after.url("js/clinics.mjs")


def test_a_module_in_a_group_is_the_same_program():
    plain = {
        "js/quick_exit.mjs": "let presses = 0;\nexport const hasLeft = () => presses > 2;\n",
        "js/form.mjs": 'import { hasLeft } from "./quick_exit.mjs";\nimport * as all from "./steps.mjs";\n'
        'const later = () => import("./result.mjs");\nif (hasLeft()) all.go(later);\n',
    }
    sources = dict.fromkeys(modules(), b"") | {name: text.encode() for name, text in plain.items()}
    made = {name: text.decode() for name, text in with_groups(sources).items()}
    assert (
        "const of_quick_exit = (() => {\nlet presses = 0;\nconst hasLeft = () => presses > 2;\n"
        in made[f"js/{EVERY_PAGE}"]
    )
    expected = """const of_form = (() => {
const { hasLeft } = of_quick_exit;
const all = of_steps;
const later = () => import("./results.mjs").then((group) => group.of_result);
if (hasLeft()) all.go(later);
return {  };
})();"""
    assert same_syntax([(re.search(r"const of_form = .*?\}\)\(\);", made["js/walk.mjs"], re.S)[0], expected)]) == [True]
    assert made["js/walk.mjs"].startswith('import { of_quick_exit } from "./every-page.mjs";\n')


def test_a_form_of_import_that_is_not_known_is_an_error():
    sources = dict.fromkeys(modules(), b"") | {"js/form.mjs": b'import all from "./steps.mjs";\n'}
    with pytest.raises(CannotJoin, match=r"form\.mjs cannot be joined"):
        with_groups(sources)
