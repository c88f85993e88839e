"""The code of a text: what a reader names to say that something in it is wrong.

It says nothing about the text, so that an e-mail with it tells nobody what its sender read. `guide find` leads from it
to the file. For a finding it is the code in its links (sharing.py): one text never has two.
"""

from __future__ import annotations

from guide.engine.sharing import code_of
from guide.model.placed import Entry

BEFORE = ("content/", "guidelines/")


def text_code(entry: Entry) -> str:
    """Return the code of an entry, from its file and its id there: equal in all languages."""
    place = entry.path.rpartition(".")[0]
    for folder in BEFORE:
        place = place.removeprefix(folder)
    return code_of(f"{place}#{entry.entry}" if entry.entry else place)
