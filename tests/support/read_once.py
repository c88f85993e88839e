"""Lets a process of tests read the same content, catalog and template once, however many sites it makes of them.

What is kept has the bytes of its files as its key: an equal copy of the content is not read again, and one with a
planted fault always is. What has a fault, or cannot be read, is not kept.
"""

import hashlib

from jinja2 import BytecodeCache

from guide.i18n import catalogs, po
from guide.loader.content import ContentLoader
from guide.web.app import Guide

read_library, read_catalog = ContentLoader.library, catalogs._compiled


class InMemory(BytecodeCache):
    """A bytecode cache of Jinja in memory, by template name and source."""

    def __init__(self):
        self.kept = {}

    def load_bytecode(self, bucket):
        if kept := self.kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket):
        self.kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def key_of(root):
    """Return the names and bytes of all files below a folder; None if a file cannot be read."""
    digest = hashlib.sha256(root.name.encode())
    for path in sorted(root.rglob("*")):
        if path.is_symlink():
            return None
        try:
            content = b"" if path.is_dir() else path.read_bytes()
        except OSError:
            return None
        digest.update(f"\0{path.relative_to(root)}\0{path.is_dir()}\0{len(content)}\0".encode() + content)
    return digest.digest()


def begin():
    """Read each content, catalog and template once in this process, from now on."""
    libraries, compiled = {}, {}

    def library(self):
        key = key_of(self.root)
        if key is None:
            return read_library(self)
        if key not in libraries:
            made = read_library(self)
            if self.problems:
                return made
            libraries[key] = made
        return libraries[key]

    def catalog(translations, language):
        path = po.file(translations, language.code)
        if language.is_source or not path.is_file():
            return read_catalog(translations, language)
        key = path.read_bytes(), repr(language)
        if key not in compiled:
            compiled[key] = read_catalog(translations, language)
        return compiled[key]

    ContentLoader.library = library
    catalogs._compiled = catalog
    Guide.jinja_options = {**Guide.jinja_options, "bytecode_cache": InMemory()}
