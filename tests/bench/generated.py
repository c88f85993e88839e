"""Makes larger guides for `bench.growth`: the real content in English, and invented findings or questions."""

import re
import shutil

from babel.localedata import locale_identifiers
from support.serving import copy_of_the_site

QUESTION = """
  - id: more-{n}
    part: life
    icon: backpack
    topic: More {n}
    ask: More {n}?
    shareable: "yes"
{when}    options: {{"yes": "Yes", "no": "No"}}
"""
FINDING = """---
when: {{relief: applied}}
may: {{relief: maybe}}
weighs: warning
theme: relief
title-if: If number {n} fits
sources: [musa]
reviewed: 2026-09-22
step: Call lawyer {n}.
---
## Title number {n}

A paragraph number {n}, with **strong** words, of a notice to appear.

- A point number {n}.
- Another point number {n}.
"""
LANGUAGE = """
{code}:
  name: {code}
  iso639-3: {three}
  script: Latn
  direction: ltr
  locale: {code}
  plural: nplurals=2; plural=(n != 1)
  review: draft
  translated-by: software, November 2026
  leave-to: https://example.org/
"""


def site(folder, findings=0, questions=0, languages=0):
    """Write the real guide in English with that much more into `folder`; return the folder."""
    copy_of_the_site(folder)
    content = folder / "content"
    _leave_english(folder)
    with (content / "questions.yaml").open("a", encoding="utf-8") as file:
        for n in range(questions):  # every second one is asked only after the one before
            when = f'    when: {{more-{n - 1}: "yes"}}\n' if n % 2 else ""
            file.write(QUESTION.format(n=n, when=when))
    today = content / "guidelines" / "today"
    for n in range(findings):
        (today / "now" / f"more-{n}.md").write_text(FINDING.format(n=n), "utf-8")
    with (today / "guideline.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"  - now/more-{n}\n" for n in range(findings))
    _add_languages(folder, languages)
    return folder


def _leave_english(folder):
    languages = folder / "content" / "languages.yaml"
    entries = re.split(r"(?m)^(?=[a-z])", languages.read_text("utf-8"))
    languages.write_text("".join(one for one in entries if one.startswith(("#", "en:"))), "utf-8")


def _add_languages(folder, number):
    """Add languages that Babel knows, each with the Spanish texts; and remove the others."""
    taken = [code for code in sorted(locale_identifiers()) if re.fullmatch("[a-z]{2}", code) and code != "en"]
    spanish = (folder / "translations" / "es" / "LC_MESSAGES" / "messages.po").read_text("utf-8")
    terms = (folder / "content" / "terms" / "es.yaml").read_text("utf-8")
    for old in [*(folder / "translations").iterdir(), *(folder / "content" / "terms").iterdir()]:
        if old.is_dir():
            shutil.rmtree(old)
        elif old.suffix == ".yaml":
            old.unlink()
    with (folder / "content" / "languages.yaml").open("a", encoding="utf-8") as file:
        for code in taken[:number]:
            file.write(LANGUAGE.format(code=f'"{code}"', three=f"q{code}"))
            catalog = folder / "translations" / code / "LC_MESSAGES"
            catalog.mkdir(parents=True)
            (catalog / "messages.po").write_text(re.sub(r"Language: \w+", f"Language: {code}", spanish), "utf-8")
            (folder / "content" / "terms" / f"{code}.yaml").write_text(terms, "utf-8")
