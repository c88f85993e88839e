"""What editors, translators and visitors may write, at random: a problem with its file, never a traceback or a hang."""

import contextlib
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.fake_library import real
from support.samples import overlay
from support.sampling import WHOLE

from guide.i18n import po
from guide.legal_help import csv_diff
from guide.loader.content import load, read_answers
from guide.model.problems import ContentError

FEW = settings(
    max_examples=1000 if WHOLE else 60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
VALID = Path(__file__).parent / "samples" / "valid" / "content"
FILES = sorted(str(path.relative_to(VALID)) for path in VALID.rglob("*") if path.suffix in (".yaml", ".md"))
PIECES = (
    "&a ",
    "*a",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "\n",
    '"',
    "'",
    "#",
    "!!python/object:os.system ",
    "\x00",
    "\x85",
)
SPLICES = (
    *PIECES,
    "\ufeff",
    "\u202e",
    "9" * 30,
    "9999-12-31",
    "~",
    "? ",
    "| ",
    "%TAG ! x",
    "---\n",
    "<<: ",
    "\t",
    "{{",
    "%(x)s",
)
text = st.text(max_size=200) | st.lists(st.sampled_from(SPLICES), max_size=20).map("".join)


@FEW
@given(file=st.sampled_from(FILES), seed=st.integers(0, 2**32))
def test_a_changed_content_file_is_read_or_is_a_problem(tmp_path_factory, file, seed):
    folder = overlay(None, tmp_path_factory.mktemp("content"))
    chance = random.Random(seed)
    written = (folder / file).read_text("utf-8")
    for _ in range(chance.choice((1, 1, 3))):
        first, last = sorted((chance.randrange(len(written) + 1), chance.randrange(len(written) + 1)))
        last = min(last, first + chance.choice((0, 1, 20)))
        written = written[:first] + chance.choice(SPLICES) + written[last:]
    (folder / file).write_text(written, "utf-8")
    with contextlib.suppress(ContentError):
        load(folder)


@FEW
@given(content=st.binary(max_size=200) | text.map(lambda each: each.encode("utf-8", "surrogatepass")))
def test_answers_are_read_or_are_a_problem(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("answers") / "answers.yaml"
    path.write_bytes(content)
    with contextlib.suppress(ContentError):
        read_answers(path, real())


@FEW
@given(entry=text, at=st.sampled_from(["msgid", "msgstr", "header", "line"]))
def test_a_catalog_is_read_or_is_a_problem(tmp_path_factory, entry, at):
    folder = tmp_path_factory.mktemp("translations")
    language = real().languages["es"]
    path = po.file(folder / "translations", "es")
    path.parent.mkdir(parents=True)
    quoted = entry.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    path.write_text(
        f'msgid ""\nmsgstr "{quoted if at == "header" else ""}Language: es\\n"\n\n'
        f'msgid "{quoted if at == "msgid" else "a"}"\nmsgstr "{quoted if at == "msgstr" else "b"}"\n'
        f"{entry if at == 'line' else ''}\n",
        "utf-8",
        errors="replace",
    )
    with contextlib.suppress(ContentError):
        list(po.problems(po.read(folder / "translations", language), language, "es.po"))


@FEW
@given(
    content=st.binary(max_size=300)
    | text.map(lambda each: f"name,phone,state\nRAICES,{each}\n".encode("utf-8", "replace"))
)
def test_a_table_is_compared_or_is_refused_in_one_sentence(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("table") / "table.csv"
    path.write_bytes(content)
    with contextlib.suppress(ValueError):
        list(csv_diff.proposals(real(), csv_diff.read_table(path)))


@pytest.mark.parametrize("rows", ["name,phone\nRAICES,1,2,3\n", "phone,name\n1\n", "name\n\n", "name,name\na,b\n"])
def test_a_table_with_uneven_rows_is_compared(tmp_path, rows):
    path = tmp_path / "table.csv"
    path.write_text(rows, "utf-8")
    list(csv_diff.proposals(real(), csv_diff.read_table(path)))
