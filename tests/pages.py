"""The addresses of all pages that are the same for everybody."""

LANGUAGES = ("en", "es")
NAMES = (
    "",
    "questions",
    "explain",
    "explain/today",
    "explain/2021-guidelines",
    "explain/2021-interim",
    "explain/2011-review",
    "timeline",
    "review",
    "misunderstandings",
    "rules",
    "glossary",
    "sources",
    "help",
    "privacy",
    "safety",
    "examples",
    "examples/daniel-and-a-letter",
)
PAGES = [f"/{lang}/{name}" for lang in LANGUAGES for name in NAMES]
