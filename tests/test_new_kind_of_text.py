"""A new kind of text needs three edits: in the model, in the loader and in a template."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds
ROOT = Path(__file__).parents[1]
TIP = """---
sources: [musa]
reviewed: 2025-01-01
---
## Keep a tip at hand

Keep the planted zebra phone number on paper, and learn it by heart, and show it to each person at home today.
"""
MODEL = (
    "guide/model/content.py",
    "    changes_last_checked: dt.date\n",
    "    changes_last_checked: dt.date\n    tips: tuple[Tip, ...]\n",
)
MODEL_CLASS = (
    "guide/model/content.py",
    "@dataclass(frozen=True)\nclass Library:",
    '''@dataclass(frozen=True)
class Tip(Entry):
    """One thing to do, in a few words."""

    page: ClassVar[str] = "rules"
    anchor: ClassVar[str] = "tip-"

    id: str
    title: Heading
    body: tuple[Block, ...]
    sources: tuple[str, ...]
    last_checked: dt.date


@dataclass(frozen=True)
class Library:''',
)
LOADER = (
    "guide/loader/content.py",
    "            changes_last_checked=changes_last_checked,\n",
    "            changes_last_checked=changes_last_checked,\n            tips=tuple(self._tips(sources)),\n",
)
LOADER_METHOD = (
    "guide/loader/content.py",
    "    def _pictures(self",
    """    def _tips(self, sources: dict[str, Source]) -> Iterator[Tip]:
        for path in sorted((self.root / "tips").glob("*.md")):
            with self._titled(path) as (fields, body):
                cited, day = fields.known("sources", sources), fields.date("reviewed")
                tip = Tip(path.stem, body[0].text, body[1:], cited, day)
                yield guideline_entries.placed(fields, tip, {"title": body[0].line})

    def _pictures(self""",
)
LOADER_IMPORT = ("guide/loader/content.py", "    States,\n)", "    States,\n    Tip,\n)")
TEMPLATE = (
    "guide/web/templates/rules.html",
    "{% endblock %}",
    '{% for tip in library.tips %}<section id="tip-{{ tip.id }}"><h2>{{ _(tip.title) }}</h2>{{ prose(tip.body, 2) }}'
    "</section>{% endfor %}\n{% endblock %}",
)
# What the copy says of the tip, one line each. `argv` is the folder of the copy.
PROGRAM = """
import datetime as dt, sys
from dataclasses import replace
from pathlib import Path
from guide.i18n import messages
from guide.lint import english, launch_list, review_dates, units
from guide.lint.dated_texts import dated_texts
from guide.lint.glossary_use import dead_words
from guide.loader.content import load
from guide.model.lists import GlossaryTerm
from guide.web.app import create_app
from guide.web.presenters.citations import what_rests_on

library = load(Path("content"))
day = dt.date(2026, 11, 30)
told = "Keep the planted zebra phone number on paper, and learn it by heart, and show it to each person at home today."
print("translated", told in messages.template(library), "Keep a tip at hand" in messages.template(library))
print("measured", [unit.line for unit in units.passages(library) if told in unit.prose])
print("checked", [(each.path, each.line, each.code) for each in english.english(library) if "tips/" in each.path])
print("dated", [each.id for each in dated_texts(library) if each.overdue(day) and "tips" in each.path])
print("overdue", [(each.path, each.line) for each in review_dates.overdue(library, day) if "tips" in each.path])
print("listed", [line for line in launch_list.before_launch(library, day) if "Tip" in line or "tips/" in line])
word = replace(library, glossary=(GlossaryTerm("z", "Zebra", ("planted zebra",), "A horse.", (), path="g"),))
print("linked", [each.code for each in dead_words(word, [])])
print("cited", [place.path for place in what_rests_on(library)["musa"] if "tip" in place.path])
page = create_app().test_client().get("/en/rules").get_data(as_text=True)
print("shown", 'id="tip-zebra"' in page and "planted zebra phone" in page)
"""
WANTED = {
    "translated": "True True",
    "measured": "[5]",
    "checked": "[('content/tips/zebra.md', 5, 'grade-passage')]",
    "dated": "['tips/zebra']",
    "overdue": "[('content/tips/zebra.md', 3)]",
    "listed": "['no lawyer has reviewed the Tip (1)', 'content/tips/zebra.md: not checked since 2025-01-01']",
    "linked": "[]",
    "cited": "['rules#tip-zebra']",
    "shown": "True",
}


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copy")
    for name in ("guide", "content", "translations", "static"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path, old, new in (MODEL_CLASS, MODEL, LOADER, LOADER_METHOD, LOADER_IMPORT, TEMPLATE):
        text = (folder / path).read_text("utf-8")
        assert old in text, (path, old)
        before, _, after = text.rpartition(old)
        (folder / path).write_text(before + new + after, "utf-8")
    (folder / "content" / "tips").mkdir()
    (folder / "content" / "tips" / "zebra.md").write_text(TIP, "utf-8")
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=folder, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


@pytest.mark.parametrize("what", WANTED)
@pytest.mark.whole
def test_a_new_kind_of_text_is(said, what):
    assert said[what] == WANTED[what]
