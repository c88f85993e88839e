"""Reads content/partners/: who shares the guide, and nothing that could hide a word of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from guide.loader import providers as provider_entries
from guide.loader.contrast import GROUNDS, LEAST_CONTRAST, least_contrast
from guide.loader.files import ContentFiles
from guide.loader.logos import logo
from guide.loader.yaml_reader import StrictMapping
from guide.model.language import Language
from guide.model.partner import STARTS, Logo, LogoFormat, Partner
from guide.model.problems import near
from guide.model.provider import Provider
from guide.model.site import Site

LONGEST_NAME = 60
COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LOGO_NAME = re.compile(rf"[a-z0-9][a-z0-9._-]*\.({'|'.join(LogoFormat)})")
MARKUP = frozenset("<>[]{}`*_\\")
# What a name does not have: the end of a sentence and a new one, an address, a number to call.
WORDS = re.compile(r"[!?@]|://|\w{4,}\. +\w|\bwww\.|\w\.(?:com|org|net|gov|info)\b|(?:\d\D{0,2}){7}", re.IGNORECASE)
UNFIT = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Me")
UNSEEN = "\u2800\u3164\uffa0\u115f\u1160"  # blanks that count as letters or signs
JOINERS = "\u200c\u200d"  # letters of Persian and of Indian scripts need them


class Partners:
    """The partners of one folder of content; faults go to the folder. The folder partners/ may be missing."""

    def __init__(
        self,
        folder: ContentFiles,
        site: Site,
        languages: dict[str, Language],
        states: Mapping[str, str],
        providers: Iterable[Provider],
    ) -> None:
        self.folder = folder
        self.root = folder.root / "partners"
        self.site = site
        self.languages = languages
        self.states = states
        self.providers = [provider.id for provider in providers]

    def read(self) -> Iterator[Partner]:
        for path in sorted(self.root.glob("*.yaml")):
            with self.folder.fields(path) as fields:
                if fields.present:
                    yield self._partner(path, fields)

    def _partner(self, path: Path, fields: StrictMapping) -> Partner:
        if not SLUG.fullmatch(path.stem):
            remedy = "use small letters and digits, with hyphens between: sample-clinic.yaml"
            fields.report.add(1, "bad-file-name", "the name of this file is no part of an address", remedy)
        light, dark = _colours(fields)
        found = Partner(
            id=path.stem,
            name=_name(fields),
            light=light,
            dark=dark,
            languages=self._languages(fields),
            start=fields.one_of("start", STARTS, "home"),
            logo=self._logo(fields) if "logo" in fields else None,
            own=tuple(self._own(path.with_suffix(""))),
            first=tuple(dict.fromkeys(fields.known("help-first", self.providers, ()))),
        )
        return fields.place(found)

    def _languages(self, fields: StrictMapping) -> tuple[str, ...]:
        """What is offered, in the order of the site. A draft links to its English, so English is always there."""
        offered = fields.known("languages", self.languages)
        for code in (code for code, each in self.languages.items() if each.is_source):
            if code not in offered:
                fields.add("languages", "no-source-language", f"`{code}` is missing in `languages`", f"add `{code}`")
        return tuple(code for code in self.languages if code in offered)

    def _logo(self, fields: StrictMapping) -> Logo | None:
        name = fields.text("logo")
        found = LOGO_NAME.fullmatch(name)
        if not found:
            remedy = "name a .png or .svg file of content/partners, in small letters, without a folder"
            fields.add("logo", "bad-logo-name", "`logo` names no picture", remedy)
            return None
        path = self.root / name
        if not path.is_file():
            files = [each.name for each in self.root.iterdir() if LOGO_NAME.fullmatch(each.name)]
            remedy = near(name, files) if files else f"put {name} beside this file"
            fields.add("logo", "no-file", f"there is no file `{name}`", remedy)
            return None
        content = self.folder.bytes(path)
        return None if content is None else logo(content, LogoFormat(found[1]), self.folder.report(path))

    def _own(self, folder: Path) -> Iterator[Provider]:
        """Help entries of its own, in the shape of content/help/, under the same rules."""
        for path in sorted(folder.glob("*.yaml")):
            with self.folder.fields(path) as fields:
                if fields.present:
                    yield self._own_provider(path, fields)

    def _own_provider(self, path: Path, fields: StrictMapping) -> Provider:
        provider = provider_entries.provider(path.stem, fields, self.site, self.states)
        if provider.id in self.providers:
            fix = "give the file another name, or put the id into `help-first`"
            fields.report.add(1, "duplicate-id", f"the id `{provider.id}` is used in content/help", fix)
        if provider.official_list:
            message = "only lists for the whole country are `official-list`"
            fields.add("official-list", "not-official", message, "remove the key")
        return provider


def _name(fields: StrictMapping) -> str:
    """Plain text: what it is not is told without showing it, for it may do harm where it is shown."""
    name = fields.text("name")
    kinds = [unicodedata.category(sign) for sign in name]
    odd = {sign for sign, kind in zip(name, kinds, strict=True) if kind in UNFIT} | set(UNSEEN) & set(name)
    if odd - set(JOINERS) or "Mn Mn Mn" in " ".join(kinds):
        remedy = "write letters, digits, spaces and plain signs"
        fields.add("name", "bad-name", "`name` holds signs that nobody sees, or piles of marks", remedy)
    elif MARKUP & set(name):
        fields.add("name", "bad-name", "`name` holds markup", "write it without < > [ ] { } ` * _ and \\")
    elif WORDS.search(name):
        fields.add("name", "bad-name", "`name` says more than a name", "write no sentence, number to call or address")
    elif name and not any(sign.isalpha() for sign in name):
        fields.add("name", "bad-name", "`name` has no letter", "write the name of the organization")
    elif len(name) > LONGEST_NAME:
        fields.add("name", "long-name", f"`name` has {len(name)} letters", f"write at most {LONGEST_NAME}")
    return name


def _colours(fields: StrictMapping) -> tuple[str, str]:
    """A colour for light and one for dark: no colour can be seen well on both."""
    with fields.mapping("colour") as given:
        light, dark = (_colour(given, key) for key in GROUNDS)
    return light, dark


def _colour(given: StrictMapping, key: str) -> str:
    colour = given.text(key)
    if not COLOUR.fullmatch(colour):
        if colour:
            given.add(key, "bad-colour", f"`{key}` is not a color", 'write it as "#0c4a5a", in quotes')
        return ""
    least = least_contrast(colour, key)
    if least < LEAST_CONTRAST:
        message = f"the contrast of `{colour}` in {key} is {least:.2f}"
        remedy = f"make it {'darker' if key == 'light' else 'lighter'}: at least {LEAST_CONTRAST}"
        given.add(key, "weak-colour", message, remedy)
    return colour.lower()
