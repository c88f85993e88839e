"""Reads content/partners/: the organizations that share the guide. No setting of theirs can hide its text."""

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
# What a name must not contain: a second sentence, an address, a phone number.
WORDS = re.compile(r"[!?@]|://|\w{4,}\. +\w|\bwww\.|\w\.(?:com|org|net|gov|info)\b|(?:\d\D{0,2}){7}", re.IGNORECASE)
UNFIT = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Me")
UNSEEN = "\u2800\u3164\uffa0\u115f\u1160"  # blank characters that Unicode counts as letters or symbols
JOINERS = "\u200c\u200d"  # Persian and Indian scripts need them


class Partners:
    """Reads the partners of one content folder; problems are reported there. The folder partners/ may be missing."""

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
            fix = "use lowercase letters and digits, with hyphens between: sample-clinic.yaml"
            fields.report.add(1, "bad-file-name", "the file name cannot be used in a URL", fix)
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
        """Return the offered languages, in the order of the site. English is required: drafts link to their English."""
        offered = fields.known("languages", self.languages)
        for code in (code for code, each in self.languages.items() if each.is_source):
            if code not in offered:
                fields.add("languages", "no-source-language", f"`{code}` is missing in `languages`", f"add `{code}`")
        return tuple(code for code in self.languages if code in offered)

    def _logo(self, fields: StrictMapping) -> Logo | None:
        name = fields.text("logo")
        found = LOGO_NAME.fullmatch(name)
        if not found:
            fix = "write the name of a .png or .svg file in content/partners, in lowercase, without a folder"
            fields.add("logo", "bad-logo-name", "`logo` is not the name of an image", fix)
            return None
        path = self.root / name
        if not path.is_file():
            files = [each.name for each in self.root.iterdir() if LOGO_NAME.fullmatch(each.name)]
            fix = near(name, files) if files else f"put {name} into the folder of this file"
            fields.add("logo", "no-file", f"no file `{name}`", fix)
            return None
        content = self.folder.bytes(path)
        return None if content is None else logo(content, LogoFormat(found[1]), self.folder.report(path))

    def _own(self, folder: Path) -> Iterator[Provider]:
        """Yield the partner's own providers, read like content/help/ and with the same checks."""
        for path in sorted(folder.glob("*.yaml")):
            with self.folder.fields(path) as fields:
                if fields.present:
                    yield self._own_provider(path, fields)

    def _own_provider(self, path: Path, fields: StrictMapping) -> Provider:
        provider = provider_entries.provider(path.stem, fields, self.site, self.states)
        if provider.id in self.providers:
            fix = "rename the file, or add the id to `help-first`"
            fields.report.add(1, "duplicate-id", f"duplicate id `{provider.id}`: content/help has it too", fix)
        if provider.official_list:
            message = "`official-list` is for national lists only"
            fields.add("official-list", "not-official", message, "remove the key")
        return provider


def _name(fields: StrictMapping) -> str:
    """Read the name, which must be plain text. The messages do not quote a bad name: it may be harmful to display."""
    name = fields.text("name")
    kinds = [unicodedata.category(sign) for sign in name]
    odd = {sign for sign, kind in zip(name, kinds, strict=True) if kind in UNFIT} | set(UNSEEN) & set(name)
    if odd - set(JOINERS) or "Mn Mn Mn" in " ".join(kinds):
        fix = "write letters, digits, spaces and common punctuation"
        fields.add("name", "bad-name", "`name` has invisible characters or stacked combining marks", fix)
    elif MARKUP & set(name):
        fields.add("name", "bad-name", "`name` has markup", "write it without < > [ ] { } ` * _ and \\")
    elif WORDS.search(name):
        fields.add("name", "bad-name", "`name` is more than a name", "remove sentences, phone numbers and addresses")
    elif name and not any(sign.isalpha() for sign in name):
        fields.add("name", "bad-name", "`name` has no letter", "write the name of the organization")
    elif len(name) > LONGEST_NAME:
        fields.add("name", "long-name", f"`name` has {len(name)} letters", f"write at most {LONGEST_NAME}")
    return name


def _colours(fields: StrictMapping) -> tuple[str, str]:
    """Read one color for the light scheme and one for the dark scheme: no color has enough contrast in both."""
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
        fix = f"make it {'darker' if key == 'light' else 'lighter'}: at least {LEAST_CONTRAST}"
        given.add(key, "weak-colour", message, fix)
    return colour.lower()
