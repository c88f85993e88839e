"""Catalogs are compiled in memory at startup, and an invalid one is never served."""

import shutil
from dataclasses import replace

import pytest

from guide.config import CHECKOUT
from guide.i18n import po
from guide.i18n.catalogs import catalogs
from guide.model.problems import ContentError

PO = "translations/es/LC_MESSAGES/messages.po"
COURT = "Órdenes de la Corte Suprema: hasta el %(court)s."


@pytest.fixture
def root(tmp_path):
    shutil.copytree(CHECKOUT / "translations", tmp_path / "translations")
    return tmp_path


@pytest.fixture
def reported(root, library):
    """The problems with which the site would not start."""

    def problems(text=None):
        if text is not None:
            (root / PO).write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(ContentError) as raised:
            catalogs(root / "translations", library.languages)
        return [str(problem) for problem in raised.value.problems]

    return problems


def spanish(root):
    return (root / PO).read_text("utf-8")


def line_of(text, words):
    """The line of the English above a translation."""
    lines = text.splitlines()
    here = next(number for number, line in enumerate(lines) if words in line)
    return max(number for number in range(here) if lines[number].startswith("msgid")) + 1


def test_the_real_catalogs_can_be_served(root, library):
    assert catalogs(root / "translations", library.languages)["es"].gettext("Legal help") == "Ayuda legal"


def test_a_compiled_file_is_never_read(root, library):
    (root / PO).with_suffix(".mo").write_bytes(b"not a catalog, or one of last week")
    assert catalogs(root / "translations", library.languages)["es"].gettext("Legal help") == "Ayuda legal"


@pytest.mark.parametrize("stray", [" %", " % del", " %s", "%"])
def test_a_stray_percent_sign_is_reported_with_its_line(root, reported, stray):
    text = spanish(root)
    assert COURT in text
    (line,) = reported(text.replace(COURT, f"{COURT}{stray}", 1))
    assert line.startswith(f"{PO}:{line_of(text, COURT)}: Español has a `%` that is not part of a placeholder: ")


def test_a_wrong_placeholder_is_reported(root, reported):
    (line,) = reported(spanish(root).replace(COURT, COURT.replace("court", "corte"), 1))
    assert "Español has the placeholders %(corte)s" in line


def test_a_fuzzy_text_is_not_checked(root, library):
    text = spanish(root)
    entry = next(entry for entry in text.split("\n\n") if COURT in entry)
    broken = entry.replace("#, python-format", "#, fuzzy, python-format").replace(COURT, f"{COURT} %")
    (root / PO).write_text(text.replace(entry, broken), "utf-8")
    source = next(line for line in entry.splitlines() if line.startswith("msgid "))[len('msgid "') : -1]
    assert catalogs(root / "translations", library.languages)["es"].find(source) is None


def test_a_catalog_of_another_language_is_reported(root, reported):
    arabic = po.file(root / "translations", "ar").read_text("utf-8")
    (line,) = reported(arabic)
    assert line.startswith(f"{PO}:1: this catalog is for the language `ar`, not `es`; ")


@pytest.mark.parametrize("rule", ["nplurals=2; plural=(n > 1)", "nplurals=3; plural=(n != 1)"])
def test_a_wrong_plural_rule_is_reported(root, reported, rule):
    (line,) = reported(spanish(root).replace("nplurals=2; plural=(n != 1)", rule, 1))
    assert line.startswith(f"{PO}:1: ")


def test_a_missing_catalog_is_reported(root, reported):
    (root / PO).unlink()
    assert reported() == [f"{PO}:1: the catalog is missing; run `guide translate update`, then translate"]


def test_a_folder_instead_of_a_catalog_is_reported(root, reported):
    (root / PO).unlink()
    (root / PO).mkdir()
    (line,) = reported()
    assert line.startswith(f"{PO}:1: the file cannot be read: Is a directory; ")


def test_a_catalog_that_is_not_utf_8_is_reported_with_its_line(root, reported):
    lines = spanish(root).encode().split(b"\n")
    lines[20] = b"# \xff"
    assert reported(b"\n".join(lines)) == [f"{PO}:21: the file is not UTF-8; save it as UTF-8"]


@pytest.mark.parametrize(
    "broken",
    [
        "<<<<<<< HEAD",
        'msgid "a"\nmsgstr "no end',
        "#- conflict",
        'msgid "a"\nmsgid_plural "b"\nmsgstr[7] "x"',
        'msgid "a"',
    ],
)
def test_a_broken_catalog_is_reported_with_its_line_and_not_served(root, reported, broken):
    text = spanish(root)
    (line,) = reported(f"{text}\n{broken}\n")
    assert int(line.split(":")[1]) in range(text.count("\n"), text.count("\n") + 6), line
    assert "invalid " in line


def test_an_invalid_header_is_reported(root, reported):
    (line,) = reported(spanish(root).replace("nplurals=2", "nplurals=x", 1))
    assert line.startswith(f"{PO}:")
    assert "invalid catalog" in line


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_catalog_is_reported(reported, text):
    (line,) = reported(text)
    assert line.startswith(f"{PO}:1: this catalog is for the language `none`, not `es`; ")


def test_the_errors_of_all_catalogs_are_reported_together(root, reported):
    for code in ("es", "ar"):
        po.file(root / "translations", code).write_text("rubbish", "utf-8")
    assert len(reported()) == 2


def test_the_source_language_needs_no_catalog(tmp_path, library):
    english = {"en": replace(library.languages["en"])}
    assert catalogs(tmp_path / "translations", english)["en"].gettext("Legal help") == "Legal help"
