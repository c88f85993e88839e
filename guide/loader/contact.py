"""Reads the one way to reach the people who run this copy of the guide: `contact:` of site.yaml."""

from __future__ import annotations

from guide.loader.providers import E164, EMAIL
from guide.loader.yaml_reader import StrictMapping
from guide.model.provider import Contact, ContactType

NONE = "none"
FIX = "write an e-mail address, a telephone number as +1 and its ten digits, or none"


def contact(fields: StrictMapping) -> Contact | None:
    """Return the contact, or None if there is none. Any other text is a problem: nobody could be reached by it."""
    text = fields.text("contact", NONE)
    if EMAIL.fullmatch(text):
        return Contact(ContactType.EMAIL, address=text)
    if E164.fullmatch(text):
        return Contact(ContactType.PHONE, number=text)
    if text != NONE:
        fields.add("contact", "bad-contact", f"`contact` is `{text}`", FIX)
    return None
