"""A partner's files are read strictly: anything that could harm a reader is refused, with place and fix."""

import re
import shutil
import struct

import pytest
from support.partnered import OWN, SAMPLE, SLUG
from support.samples import SAMPLES

from guide.config import CHECKOUT
from guide.i18n.messages import of_content
from guide.lint.review_dates import not_yet
from guide.loader.content import load
from guide.loader.contrast import GROUNDS, LEAST_CONTRAST, contrast
from guide.model.problems import ContentError

SOUND = (SAMPLE / f"{SLUG}.yaml").read_text("utf-8").replace("[en, es, ar]", "[en]").replace("help-first: [kind]\n", "")
LOGO = (SAMPLE / f"{SLUG}.svg").read_text("utf-8")
FILE = f"content/partners/{SLUG}.yaml"
SVG_FILE = f"content/partners/{SLUG}.svg"


@pytest.fixture
def content(tmp_path):
    """The small sound sample, with a sound partner."""
    shutil.copytree(SAMPLES / "valid" / "content", tmp_path / "content")
    folder = tmp_path / "content"
    (folder / "partners").mkdir()
    (folder / "states.yaml").write_text("IL: Illinois\n", "utf-8")
    write(folder, SOUND)
    (folder / "partners" / f"{SLUG}.svg").write_text(LOGO, "utf-8")
    return folder


def write(content, text, name=f"{SLUG}.yaml"):
    path = content / "partners" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def problems(content):
    with pytest.raises(ContentError) as raised:
        load(content)
    return raised.value.problems


def changed(key, line):
    return "".join(f"{line}\n" if old.startswith(f"{key}:") else f"{old}\n" for old in SOUND.splitlines())


def test_a_sound_partner_is_read(content):
    partner = load(content).partners[SLUG]
    assert partner.name == "Sample Clinic & Friends"
    assert partner.start_page == "questions"
    assert (partner.logo.width, partner.logo.height) == (48, 36)


def test_no_partner_is_needed(content):
    shutil.rmtree(content / "partners")
    assert load(content).partners == {}


def test_no_partner_ships():
    assert load(CHECKOUT / "content").partners == {}


INVALID = {
    "script in the name": ("name", "name: <script>alert(1)</script>", 2, "bad-name"),
    "turned letters in the name": ("name", 'name: "Clinic \\u202egpj"', 2, "bad-name"),
    "a sign nobody sees in the name": ("name", 'name: "Cli\\u0007nic"', 2, "bad-name"),
    "a sentence in the name": ("name", "name: The 2021 rules apply today. You are safe", 2, "bad-name"),
    "a number to call in the name": ("name", 'name: "Call 202-555-0100 now"', 2, "bad-name"),
    "an address in the name": ("name", "name: See evil.org first", 2, "bad-name"),
    "a pile of marks in the name": ("name", 'name: "Cl\\u030d\\u030d\\u030dinic"', 2, "bad-name"),
    "blanks that nobody sees in the name": ("name", 'name: "Clinic \\u3164\\u2800"', 2, "bad-name"),
    "no letter in the name": ("name", 'name: "123"', 2, "bad-name"),
    "a long name": ("name", f"name: {'a' * 61}", 2, "long-name"),
    "an unknown key": ("start", "start: help\nslogan: ICE cannot arrest you", 7, "unknown-key"),
    "no colour": ("colour", 'colour: {light: "red", dark: "#f0b27a"}', 3, "bad-colour"),
    "a colour that is too light": ("colour", 'colour: {light: "#f0b27a", dark: "#f0b27a"}', 3, "weak-colour"),
    "a colour that is too dark": ("colour", 'colour: {light: "#7a2e00", dark: "#7a2e00"}', 3, "weak-colour"),
    "one colour only": ("colour", 'colour: {light: "#7a2e00"}', 3, "missing"),
    "style for a colour": ("colour", 'colour: {light: "#7a2e00}*{", dark: "#f0b27a"}', 3, "bad-colour"),
    "an unknown language": ("languages", "languages: [en, xx]", 5, "unknown-languages"),
    "no English": ("languages", 'languages: ["no"]', 5, "no-source-language"),
    "a start that is none": ("start", "start: timeline", 6, "unknown-word"),
    "a logo from elsewhere": ("logo", "logo: ../../secret.png", 4, "bad-logo-name"),
    "a logo of another kind": ("logo", "logo: logo.gif", 4, "bad-logo-name"),
    "a logo that is not there": ("logo", "logo: sample-clinik.svg", 4, "no-file"),
    "help that nobody knows": ("start", "start: help\nhelp-first: [somebodi]", 7, "unknown-help-first"),
}


@pytest.mark.parametrize("name", INVALID)
def test_an_error_is_reported_once_with_place_and_fix(content, name):
    key, text, line, code = INVALID[name]
    write(content, changed(key, text))
    (problem,) = problems(content)
    assert (problem.path, problem.code) == (FILE, code)
    assert problem.line == line
    assert problem.fix
    assert "<script" not in str(problem)


def drawn(inside="", start='viewBox="0 0 9 9"', before=""):
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {start}>\n{inside}</svg>'


UNSAFE = {
    "script": drawn("<script>alert(1)</script>"),
    "foreignObject": drawn("<foreignObject><p>ICE cannot arrest you</p></foreignObject>"),
    "a style sheet": drawn("<style>*{fill:red}</style>"),
    "a style": drawn('<path style="fill:red"/>'),
    "a picture from elsewhere": drawn('<image href="https://example.org/a.png"/>'),
    "a part from elsewhere": drawn('<use href="https://example.org/a.svg#b"/>'),
    "paint from elsewhere": drawn('<path fill="url(https://example.org/a.svg#b)"/>'),
    "paint written otherwise": drawn('<path fill="\\75rl(https://example.org/a.svg#b)"/>'),
    "an event": drawn('<path onclick="alert(1)"/>'),
    "a change in time": drawn('<animate attributeName="href" to="javascript:alert(1)"/>'),
    "a link": drawn('<a href="https://example.org"><path d="M0 0h9"/></a>'),
    "another base": drawn('<path xml:base="https://example.org/"/>'),
    "another name space": drawn('<p xmlns="http://www.w3.org/1999/xhtml">ICE</p>'),
    "an entity": drawn("<title>&a;</title>", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'),
    "a resource by another name": drawn('<path fill="src(https://example.org/a.svg)"/>'),
    "a set of resources": drawn('<path mask="image-set(#a 1x)"/>'),
    "another picture for one language": drawn('<path systemLanguage="es"/>'),
    "dashes without number": drawn('<path stroke-dasharray="0.0001"/>'),
    "an instruction behind": drawn() + "\n" + '<?xml-stylesheet href="https://example.org/a.css"?>',
    "an instruction": drawn(before='<?xml-stylesheet href="https://example.org/a.css"?>\n'),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_a_logo_with_scripts_resources_or_styles_is_refused(content, name):
    write(content, UNSAFE[name], f"{SLUG}.svg")
    found = problems(content)
    assert {(problem.path, problem.code) for problem in found} == {(SVG_FILE, "unsafe-logo")}
    expected = {"an entity": 1, "an instruction": 1, "an instruction behind": 3}.get(name, 2)
    assert found[0].line == expected


def nested(levels, uses, how='<use href="#{}"/>'):
    """Groups, each of which draws the one before several times: a kilobyte for millions of shapes."""
    parts = ['<g id="a0"><rect width="1" height="1"/></g>\n']
    parts += [f'<g id="a{n}">{how.format(f"a{n - 1}") * uses}</g>\n' for n in range(1, levels + 1)]
    return drawn("".join(parts))


@pytest.mark.parametrize(
    "text",
    [
        nested(7, 10),
        nested(20, 2),
        nested(600, 1),
        nested(12, 3, '<rect width="1" height="1" mask="url(#{})"/>'),
        drawn('<g id="a"><use href="#a"/></g>'),
        drawn("<path/>" * 2001),
        drawn("<g>" * 60 + "</g>" * 60),
    ],
)
def test_a_logo_that_would_freeze_a_browser_is_refused(content, text):
    write(content, text, f"{SLUG}.svg")
    (problem,) = problems(content)
    assert (problem.path, problem.code) == (SVG_FILE, "heavy-logo")


def test_a_logo_may_use_a_part_of_itself_again(content):
    write(content, nested(2, 3), f"{SLUG}.svg")
    assert load(content).partners[SLUG].logo.width == 9


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (drawn("x" * 40_000), "big-logo"),
        ("no picture", "bad-logo"),
        (drawn(start=""), "bad-logo"),
        (drawn(start='viewBox="0 0 0 9"'), "bad-logo"),
        (drawn(start='viewBox="0 0 9000 9"'), "bad-logo"),
    ],
)
def test_a_logo_without_a_sound_size_is_refused(content, text, code):
    write(content, text, f"{SLUG}.svg")
    (problem,) = problems(content)
    assert (problem.path, problem.code) == (SVG_FILE, code)


def png(width, height):
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


@pytest.mark.parametrize(
    ("picture", "sound"), [(png(48, 36), True), (png(60_000, 36), False), (b"<script>", False), (b"\x89PNG", False)]
)
def test_a_png_is_one_by_its_first_bytes(content, picture, sound):
    (content / "partners" / "logo.png").write_bytes(picture)
    write(content, changed("logo", "logo: logo.png"))
    if sound:
        assert load(content).partners[SLUG].logo.width == 48
    else:
        assert [problem.code for problem in problems(content)] == ["bad-logo"]


def own(content, change=("", ""), name=OWN):
    text = (SAMPLE / SLUG / f"{OWN}.yaml").read_text("utf-8")
    assert change[0] in text
    write(content, text.replace(*change) if change[0] else text, f"{SLUG}/{name}.yaml")


def test_own_help_is_read_and_comes_first(content):
    own(content)
    library = load(content)
    ordered = library.partners[SLUG].in_order(library.providers)
    assert [provider.id for provider in ordered] == [OWN, "somebody"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("(202) 555-0100", "(202) 555-0199"), "no-evidence"),
        (("October 2026", "October"), "other-date"),
        (('on-result: "yes"', 'official-list: "yes"'), "not-official"),
        (('on-result: "yes"', "promise: We win every case."), "unknown-key"),
    ],
)
def test_own_help_obeys_the_rules_of_all_help(content, change, code):
    own(content, change)
    (problem,) = problems(content)
    assert (problem.path, problem.code) == (f"content/partners/{SLUG}/{OWN}.yaml", code)


def test_own_help_cannot_replace_a_common_provider(content):
    own(content, name="somebody")
    assert [problem.code for problem in problems(content)] == ["duplicate-id"]


def test_own_help_is_checked_and_translated_like_all_help(content):
    own(content, ("2026-10", "2027-10"))
    path = content / "partners" / SLUG / f"{OWN}.yaml"
    path.write_text(path.read_text("utf-8").replace("October 2026", "October 2027"), "utf-8")
    library = load(content)
    place = f"content/partners/{SLUG}/{OWN}.yaml"
    reported = not_yet(library, library.site.checked_through)
    assert place in [problem.path for problem in reported]
    assert ("Anyone in this test.", place) in [(message.text, message.path) for message in of_content(library)]


def test_a_file_name_that_is_not_a_valid_path_is_refused(content):
    write(content, SOUND, "Sample Clinic.yaml")
    assert [problem.code for problem in problems(content)] == ["bad-file-name"]


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert LEAST_CONTRAST == 4.5


def test_the_backgrounds_are_those_of_the_style_sheet():
    css = (CHECKOUT / "static" / "css" / "tokens.css").read_text("utf-8")
    pairs = re.findall(r"--paper: (#\w+);\s+--card: (#\w+)", css)[:2]
    assert [tuple(each.replace("#fff", "#ffffff") if len(each) == 4 else each for each in pair) for pair in pairs] == [
        *GROUNDS.values()
    ]
