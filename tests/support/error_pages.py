"""`make error-pages`: writes the error pages of nginx in all languages into deploy/errors."""

from pathlib import Path

from guide.i18n.catalogs import catalogs
from guide.loader.content import load
from guide.web.emergency import page

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy" / "errors"
STATUSES = (400, 404, 413, 414, 500, 502, 503, 504)


def pages():
    """Return each error page by its file name, for the current content and catalogs."""
    library = load(ROOT / "content")
    texts = catalogs(ROOT / "translations", library.languages)
    return {f"{status}.html": page(library, texts, None, status) for status in STATUSES}


def main():
    """Write all error pages into deploy/errors."""
    FOLDER.mkdir(exist_ok=True)
    for name, body in pages().items():
        (FOLDER / name).write_bytes(body)


if __name__ == "__main__":
    main()
