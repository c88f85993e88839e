"""Reads one mapping of content into one value of the model, for each kind of entry."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Set
from dataclasses import replace
from typing import cast, get_args

from babel.core import Locale, UnknownLocaleError

from guide.engine.explain import Verdict
from guide.i18n import plural_forms
from guide.loader.contact import contact
from guide.loader.themes import help_sections, themes
from guide.loader.yaml_reader import StrictMapping
from guide.model.content import Block, FormPart, Option, Page, Persona, Question, Source, SourceStrength, States
from guide.model.days import calendar_day
from guide.model.figure import SIGNS, Figure
from guide.model.language import Direction, Language, TranslationScope, TranslationStatus
from guide.model.roles import PAGE_ROLES, PERSONA_ROLES, QUESTION_ROLES, PageRole, PersonaRole, QuestionRole
from guide.model.rule import ALWAYS, Answers
from guide.model.site import Seen, Site
from guide.model.wordlists import WordLists

# Language, script, region or variant. Two or three letters: `static`, `embed` and `p` are reserved in paths.
TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})?")
SOURCE_READ = ("archived copy", "full text in our files")
ABSENT = "absent"
OUTCOMES = (*Verdict, ABSENT)
SHAREABLE = 'add `shareable: "no"`; or "yes", if revealing an answer to anyone cannot cause harm'


def site(fields: StrictMapping) -> Site:
    found = Site(
        check_every_days=fields.number("review-every"),
        name=fields.text("name"),
        tagline=fields.text("tagline"),
        checked_through=fields.date("checked-through"),
        seen_through=_seen_through(fields),
        guidelines=fields.texts("guidelines"),
        themes=themes(fields),
        weighs=fields.labels("weighs"),
        statuses=fields.labels("statuses"),
        help_sections=help_sections(fields),
        operators=fields.labels("operators"),
        costs=fields.labels("costs"),
        held=fields.labels("held"),
        grades=fields.labels("grades"),
        not_for=fields.labels("not-for"),
        source_kinds=fields.labels("source-kinds"),
        source_strengths=fields.labels("source-strengths"),
        government_warning=fields.text("government-warning"),
        host_privacy=fields.text("host-privacy"),
        contact=contact(fields),
        lawyer_review=fields.text("legal-review", ""),
    )
    return fields.place(found)


def _seen_through(fields: StrictMapping) -> dict[str, Seen]:
    with fields.mapping("seen-through") as areas_read:
        areas = {id: entry.place(Seen(entry.text("title"), entry.date("date"))) for id, entry in areas_read.entries()}
    if "seen-through" in fields and "supreme-court" not in areas:
        fix = "add `supreme-court: {title: ..., date: ...}`"
        fields.add("seen-through", "no-supreme-court", "`supreme-court` is missing in `seen-through`", fix)
    return areas


def terms(fields: StrictMapping) -> WordLists:
    with fields.mapping("jargon") as jargon:
        instead = {word: jargon.text(word) for word in jargon}
        for word in (word for word in jargon if word != word.lower()):
            jargon.add(word, "capital", f"`{word}` has a capital", f"write `{word.lower()}`; it matches capitals too")
    return WordLists(
        names=_words("names", fields),
        spanish_names=_words("spanish-names", fields),
        acronyms=_words("acronyms", fields),
        jargon=instead,
        negations=_words("negations", fields),
        fixed_phrases=_words("fixed-phrases", fields),
    )


def _words(key: str, fields: StrictMapping) -> tuple[str, ...]:
    """Read a list of words to look for. An empty word would match everywhere."""
    words = fields.texts(key)
    for word in sorted({word for word in words if words.count(word) > 1 or not word}):
        fields.add(key, "bad-word", f"empty or duplicate word `{word}` in `{key}`", "write each word once")
    return words


def languages(fields: StrictMapping) -> dict[str, Language]:
    """Read the languages by their codes. A code is the first part of the path of each page."""
    for code in fields:
        if not TAG.fullmatch(code):
            fix = "write its BCP 47 code: `es`, `mam`, `zh-Hans`"
            fields.add(code, "bad-language-code", f"`{code}` is not a language code", fix)
    return {code: language(code, entry) for code, entry in fields.entries()}


def language(code: str, entry: StrictMapping) -> Language:
    found = Language(
        code=code,
        iso639_3=entry.text("iso639-3"),
        name=entry.text("name"),
        script=entry.text("script"),
        direction=entry.one_of("direction", get_args(Direction)),
        locale=_locale(entry),
        plural=_plural(entry),
        translation_status=entry.one_of("review", TranslationStatus),
        scope=entry.one_of("scope", TranslationScope, TranslationScope.WHOLE),
        translated_by=entry.text("translated-by", ""),
        leave_to=entry.link("leave-to"),
    )
    return entry.place(found)


def _locale(entry: StrictMapping) -> str:
    """Read the Babel locale that formats dates and lists: pages would fail with an unknown one."""
    name = entry.text("locale")
    try:
        if name:
            Locale.parse(name)
    except (ValueError, UnknownLocaleError):
        fix = "write one that Babel has (`es_US`, `zh_Hans_CN`), or that of another language that its readers know"
        entry.add("locale", "unknown-locale", f"unknown locale `{name}`", fix)
    return name


def _plural(entry: StrictMapping) -> str:
    rule = entry.text("plural")
    if rule and (problem := plural_forms.problem(rule)):
        entry.add("plural", "bad-plural", f"`plural` {problem}", "write its Plural-Forms as in the gettext manual")
    return rule


def source(id: str, entry: StrictMapping) -> Source:
    entry.one_of("read", SOURCE_READ, "archived copy")  # for editors: not shown on the site
    found = Source(
        id=id,
        title=entry.text("title"),
        publisher=entry.text("publisher"),
        kind=entry.text("kind"),
        strength=entry.one_of("strength", SourceStrength),
        url=entry.link("url"),
        date=_as_exact_as_known(entry),
        note=entry.text("note", ""),
        copy_at=entry.text("copy-at", ""),
        title_ours=entry.flag("title-ours"),
        publisher_ours=entry.flag("publisher-ours"),
    )
    return entry.place(found)


def _as_exact_as_known(entry: StrictMapping) -> str:
    """Read the date of a source: YYYY, YYYY-MM, YYYY-MM-DD or empty."""
    date = entry.text("date", "")
    try:
        calendar_day(date + "-01-01"[len(date) - 4 :] if date else "2000-01-01")
    except ValueError:
        entry.add("date", "bad-date", f"`date` is `{date}`", "write YYYY, YYYY-MM or YYYY-MM-DD")
        return ""
    return date


def question(
    id: str,
    entry: StrictMapping,
    parts: tuple[FormPart, ...],
    earlier: Mapping[str, tuple[str, ...]],
    later: Set[str],
) -> Question:
    """Read a question; `earlier`: the options of each question before it."""
    question = Question(
        id=id,
        part=entry.one_of("part", (part.id for part in parts)),
        topic=entry.text("topic"),
        ask=entry.text("ask"),
        options=_options(entry),
        hint=entry.text("hint", ""),
        why=entry.text("why", ""),
        when=entry.rule("when", earlier, later) or ALWAYS,
        many=entry.flag("many"),
        icon=entry.one_of("icon", SIGNS, ""),
        as_topic=entry.flag("as-topic"),
        role=cast(QuestionRole, entry.one_of("role", QUESTION_ROLES, "")),
        vital=entry.flag("vital"),
        not_sure=entry.flag("not-sure"),
        shareable=entry.flag("shareable", SHAREABLE),
    )
    return entry.place(question)


def part(entry: StrictMapping) -> FormPart:
    return entry.place(FormPart(entry.text("id"), entry.text("title")))


def _options(entry: StrictMapping) -> tuple[Option, ...]:
    with entry.mapping("options") as options:
        return tuple(
            replace(options.place(Option(id, options.text(id))), lines={"label": options.text_lines[id]})
            for id in options
        )


def page(
    id: str,
    fields: StrictMapping,
    body: tuple[Block, ...],
    sources: dict[str, Source],
    pictures: Mapping[str, Figure],
) -> Page:
    cited, last_checked = fields.known("sources", sources, ()), fields.date("reviewed")
    found = Page(
        id=id,
        title=fields.text("title"),
        body=body,
        last_checked=last_checked,
        sources=cited,
        description=fields.text("description", ""),
        vital=fields.flag("vital"),
        role=cast(PageRole, fields.one_of("role", PAGE_ROLES, "")),
        picture=picture_id(fields, pictures, cited, last_checked),
    )
    return fields.place(found)


def picture_id(
    fields: StrictMapping, pictures: Mapping[str, Figure], cited: tuple[str, ...], last_checked: dt.date
) -> str:
    """Return the id of the picture of a text, or "".

    The site shows the sources and the date of the text, so both must cover its picture too.
    """
    id = fields.one_of("picture", pictures, "")
    if id not in pictures:
        return ""
    for source in pictures[id].sources:
        if source not in cited:
            message = f"the picture `{id}` has the source `{source}`, which its text lacks"
            fields.add("picture", "picture-source", message, f"add `{source}` to `sources`")
    if pictures[id].last_checked < last_checked:
        message = f"the picture `{id}` was checked on {pictures[id].last_checked}, before its text"
        fields.add(
            "picture", "picture-older", message, "check the picture, then update its `reviewed` in pictures.yaml"
        )
    return id


def persona(id: str, fields: StrictMapping, known: dict[str, Question]) -> Persona:
    public = fields.flag("public")
    for note in ("basis", "why"):
        fields.text(note)  # for editors: not shown on the site
    with fields.mapping("answers") as given, fields.mapping("expect") as expect:
        ticked = answers(given, known)
        wanted = {set_id: expected(entry) for set_id, entry in expect.entries()}
    found = Persona(
        id=id,
        name=fields.text("name"),
        answers=ticked,
        expect=wanted,
        role=cast(PersonaRole, fields.one_of("role", PERSONA_ROLES, "")),
        # Only for a public persona: otherwise these are unknown keys.
        title=fields.text("title") if public else "",
        person=fields.text("person") if public else "",
    )
    return fields.place(found)


def states(fields: StrictMapping) -> States:
    lines = {f"names.{code}": line for code, line in fields.text_lines.items()}
    return replace(fields.place(States({code: fields.text(code) for code in fields})), lines=lines)


def answers(fields: StrictMapping, known: dict[str, Question]) -> Answers:
    answers = {}
    for id in fields:
        if id not in known:
            fields.known(id, ())
            fields.add(id, "unknown-question", f"unknown question `{id}`", "use the ids of questions.yaml")
            continue
        ticked = fields.known(id, known[id].option_ids)
        if len(ticked) > 1 and not known[id].many:
            fields.add(id, "one-answer", f"`{id}` allows one option only", "keep one of them")
        answers[id] = ticked
    return answers


def expected(entry: StrictMapping) -> dict[str, tuple[str, ...]]:
    return {outcome: entry.texts(outcome, ()) for outcome in OUTCOMES}
