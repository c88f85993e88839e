"""What a translator could hide or swap: each way in a translation that is refused, and what writing needs is taken."""

from dataclasses import replace

import pytest
from support.fake_library import codes, finding, tiny, translated

from guide.i18n.catalogs import catalogs
from guide.lint import letters, parity
from guide.model.content import Block

ENGLISH = "Call a lawyer now."
HIDDEN = {
    "one blank": (" ", "blank"),
    "a no-break space": ("\u00a0", "blank"),
    "an override of direction": ("Llame a \u202eodagoba\u202c ya.", "invisible"),
    "an isolate": ("Llame a un \u2066abogado\u2069 ya.", "invisible"),
    "a space without width": ("Llame a un abo\u200bgado ya.", "invisible"),
    "a joiner where none is needed": ("Llame a un abo\u200dgado ya.", "invisible"),
    "a tag character": ("Llame a un abogado\U000e0041 ya.", "invisible"),
    "a private character": ("Llame a un abogado \ue000 ya.", "invisible"),
    "a variation selector": ("Llame a un abogado\ufe0f ya.", "invisible"),
    "a blank of braille": ("Llame a un abogado\u2800 ya.", "invisible"),
    "a soft hyphen": ("Llame a un abo\u00adgado ya.", "invisible"),
    "a letter of Cyrillic": ("Llame a un \u0430bogado ya.", "look-alike"),
    "a word of Greek": ("Llame a un αβ ya.", "look-alike"),
    "a dotless i": ("Llame a un l\u0131cenciado ya.", "look-alike"),
    "letters of mathematics": ("Llame a un \U0001d41abogado ya.", "look-alike"),
    "wide letters": ("Llame a un ａbogado ya.", "look-alike"),
    "a digit in a circle": ("Llame a un abogado ① ya.", "look-alike"),
    "a raised digit": ("Llame a un abogado² ya.", "look-alike"),
    "a loose accent": ("Llame a un abogad\u0489o ya.", "look-alike"),
    "an address of any ending": ("Llame a ayuda.io ya.", "new-address"),
    "a whole address": ("Llame a https://ayuda.io ya.", "new-address"),
    "a chat": ("Llame a wa.me/15550100 ya.", "new-address"),
    "an account": ("Llame a @abogado ya.", "new-address"),
    "a script in a link": ("Llame a javascript:x ya.", "new-address"),
    "code": ("Llame a un `abogado` ya.", "new-code"),
    "script": ("Llame a un <script>x</script> ya.", "new-code"),
    "a style": ("Llame a un <style>p{display:none}</style> ya.", "new-code"),
    "a letter by its number": ("Llame a un &#97;bogado ya.", "new-code"),
    "a sign of templates": ("Llame a un {{ abogado }} ya.", "new-code"),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_translation_cannot_hide_or_swap_anything(how):
    translation, code = HIDDEN[how]
    found = list(parity.changed(translated({ENGLISH: translation})))
    assert code in codes(found)
    assert all(problem.message.isprintable() for problem in found)


@pytest.mark.parametrize("how", ["an override of direction", "a letter of Cyrillic", "an account"])
def test_neither_can_a_form_of_a_plural(how):
    text = HIDDEN[how][0]
    forms = {(f"{ENGLISH} %(number)s", f"{ENGLISH} %(number)s."): (f"{text} %(number)s", "Ya. %(number)s")}
    assert HIDDEN[how][1] in codes(parity.changed(translated(forms)))


@pytest.mark.parametrize(
    ("english", "translation", "code"),
    [
        ("Call now: in the US, at 5 p.m.", "Llame ya: en EE.UU., a las 5 p.m. «¿Quién?» — así…", "es"),
        ("The first law", "La 1.ª ley", "es"),
        ("See uscis.gov.", "Vea uscis.gov.", "es"),
        ("Call ICE (ERO).", "اتصلْ بـICE \u200f(ERO)\u200e الآن، می\u200cخواهم.", "ar"),
        ("Call ICE.", "请致电ICE（移民局），现在。", "zh-Hans"),
    ],
)
def test_what_writing_needs_is_taken(english, translation, code):
    name_of = {"look-alike", "invisible", "new-address", "new-code"}
    assert name_of.isdisjoint(codes(parity.changed(translated({english: translation}, code=code))))


def test_a_blank_translation_counts_as_missing(tmp_path, library):
    from support.serving import copy_of_the_site

    root = copy_of_the_site(tmp_path)
    po = root / "translations/es/LC_MESSAGES/messages.po"
    text = po.read_text("utf-8")
    start = text.index('msgid "Get legal help"')
    at = text.index('msgstr "', start)
    end = text.index('"\n', at + 8)
    po.write_text(text[: at + 8] + " " + text[end:], "utf-8")
    assert catalogs(root / "translations", library.languages)["es"].find("Get legal help") is None


@pytest.mark.parametrize("text", ["Call a law\u200byer.", "Call a l\u0430wyer.", "Call \u202ea lawyer."])
def test_english_content_cannot_hide_anything_either(text):
    sound = finding("one", when={"held": "yes"})
    assert list(letters.of_content(tiny(replace(sound, body=(Block("p", ENGLISH, 9),))))) == []
    (problem,) = letters.of_content(tiny(replace(sound, body=(Block("p", text, 9),))))
    assert (problem.path, problem.line, problem.code) == ("one.md", 9, "hidden-letters")
