"""A language of the scope `core`: its core is required, the rest is shown in English."""

from dataclasses import replace
from pathlib import Path

import pytest

from guide.i18n import messages
from guide.loader.content import load

LIBRARY = load(Path(__file__).parents[1] / "content")
SPANISH = LIBRARY.languages["es"]


@pytest.fixture(scope="module")
def core(tmp_path_factory):
    """The texts that a language needs whose core alone is begun, and that has no catalog yet."""
    begun = replace(SPANISH, scope="core")
    return {message.text for message in messages.untranslated(tmp_path_factory.mktemp("none"), begun, LIBRARY)}


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("Skip this question", True),
        (LIBRARY.site.tagline, True),
        (LIBRARY.questions[0].ask, True),
        (LIBRARY.pages["truth"].title, True),
        (LIBRARY.guidelines["today"].findings[0].title, True),
        (LIBRARY.guidelines["2011-review"].title, True),
        (LIBRARY.guidelines["2011-review"].findings[0].title, False),
        (LIBRARY.providers[0].summary, True),
        (LIBRARY.glossary[0].text, True),
        (LIBRARY.history[0].text, False),
    ],
)
def test_the_core_has_the_most_urgent_texts(core, text, demanded):
    assert (text in core) == demanded


@pytest.mark.slow
def test_a_whole_language_must_have_every_text(tmp_path):
    every = {message.id for message in messages.template(LIBRARY) if message.id}
    assert {message.text for message in messages.untranslated(tmp_path, SPANISH, LIBRARY)} == every
