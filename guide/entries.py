"""One mapping of content, one value of the model: what each kind of entry must and may hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from babel.core import Locale, UnknownLocaleError

from guide import plurals
from guide.fields import Fields
from guide.model import Block, Language, Option, Page, Part, Question, Scenario, Site, Source
from guide.pictures import SIGNS, Picture
from guide.rule import ALWAYS, Answers
from guide.terms import Terms

# Language, script, region or variety. Two or three letters: `static`, `embed` and `p` are other parts of our paths.
TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})?")
REVIEWS = ("source", "draft", "reviewed")
SCOPES = ("whole", "core")
SOURCE_READ = ("archived copy", "full text in our files")
OUTCOMES = ("applies", "may-apply", "absent")


def each(fields: Fields | None) -> Iterator[tuple[str, Fields]]:
    """The mappings inside a mapping of ids, each checked for keys that nobody asked for."""
    for id in fields or ():
        assert fields is not None
        entry = fields.mapping(id)
        if entry is not None:
            yield id, entry
            entry.done()


def site(fields: Fields) -> Site:
    return Site(
        review_every=fields.number("review-every"),
        name=fields.text("name"),
        tagline=fields.text("tagline"),
        checked_through=fields.date("checked-through"),
        court_checked_through=fields.date("court-checked-through"),
        guidelines=fields.texts("guidelines"),
        themes=fields.pairs("themes"),
        weighs=fields.pairs("weighs"),
        statuses=fields.pairs("statuses"),
        help_sections=fields.pairs("help-sections"),
        operators=fields.pairs("operators"),
        costs=fields.pairs("costs"),
        not_for=fields.pairs("not-for"),
        source_kinds=fields.pairs("source-kinds"),
        government_warning=fields.text("government-warning"),
        host_privacy=fields.text("host-privacy"),
        legal_review=fields.text("legal-review", ""),
    )


def terms(fields: Fields) -> Terms:
    jargon = fields.mapping("jargon")
    for word in jargon or ():
        if jargon and word != word.lower():
            jargon.add(word, "capital", f"`{word}` has a capital", f"write `{word.lower()}`; it finds capitals too")
    return Terms(
        names=_words("names", fields),
        spanish_names=_words("spanish-names", fields),
        acronyms=_words("acronyms", fields),
        jargon={word: jargon.text(word) for word in jargon} if jargon else {},
        negations=_words("negations", fields),
        fixed_phrases=_words("fixed-phrases", fields),
    )


def _words(key: str, fields: Fields) -> tuple[str, ...]:
    """A list of words to look for. An empty one would be found everywhere."""
    words = fields.texts(key)
    for word in sorted({word for word in words if words.count(word) > 1 or not word}):
        fields.add(key, "bad-word", f"`{word}` is empty or stands twice in `{key}`", "keep each word once")
    return words


def languages(fields: Fields | None) -> dict[str, Language]:
    """The languages by their codes, each of which is the first part of the path of its pages."""
    for code in fields or ():
        assert fields is not None
        if not TAG.fullmatch(code):
            remedy = "write its BCP 47 code: `es`, `mam`, `zh-Hans`"
            fields.add(code, "bad-language-code", f"`{code}` is no code of a language", remedy)
    return {code: language(code, entry) for code, entry in each(fields)}


def language(code: str, entry: Fields) -> Language:
    return Language(
        code=code,
        iso639_3=entry.text("iso639-3"),
        name=entry.text("name"),
        script=entry.text("script"),
        direction=entry.one_of("direction", ("ltr", "rtl")),
        locale=_locale(entry),
        plural=_plural(entry),
        review=entry.one_of("review", REVIEWS),
        scope=entry.one_of("scope", SCOPES, "whole"),
        translated_by=entry.text("translated-by", ""),
        leave_to=entry.link("leave-to"),
    )


def _locale(entry: Fields) -> str:
    """What Babel writes dates and lists by: each page of a language fails where Babel does not know it."""
    name = entry.text("locale")
    try:
        if name:
            Locale.parse(name)
    except (ValueError, UnknownLocaleError):
        remedy = "write one that Babel has (`es_US`, `zh_Hans_CN`); where it has none, that of a language all read"
        entry.add("locale", "unknown-locale", f"Babel knows no locale `{name}`", remedy)
    return name


def _plural(entry: Fields) -> str:
    rule = entry.text("plural")
    if rule and (fault := plurals.fault(rule)):
        entry.add("plural", "bad-plural", f"`plural` {fault}", "write the Plural-Forms that gettext has for it")
    return rule


def source(id: str, entry: Fields) -> Source:
    return Source(
        id=id,
        title=entry.text("title"),
        publisher=entry.text("publisher"),
        kind=entry.text("kind"),
        read=entry.one_of("read", SOURCE_READ, "archived copy"),
        url=entry.link("url"),
        date=entry.text("date", ""),
        note=entry.text("note", ""),
    )


def question(
    id: str, entry: Fields, parts: tuple[Part, ...], earlier: dict[str, Question], later: set[str]
) -> Question:
    known = {question.id: question.option_ids for question in earlier.values()}
    question = Question(
        id=id,
        part=entry.one_of("part", (part.id for part in parts)),
        topic=entry.text("topic"),
        ask=entry.text("ask"),
        options=tuple(Option(option, label) for option, label in entry.pairs("options").items()),
        hint=entry.text("hint", ""),
        why=entry.text("why", ""),
        when=entry.rule("when", known, later) or ALWAYS,
        many=entry.flag("many"),
        icon=entry.one_of("icon", SIGNS, ""),
        as_topic=entry.flag("as-topic"),
    )
    entry.done()
    return question


def page(
    id: str,
    fields: Fields,
    body: tuple[Block, ...],
    path: str,
    sources: dict[str, Source],
    pictures: Mapping[str, Picture],
) -> Page:
    cited, reviewed = fields.known("sources", sources, ()), fields.date("reviewed")
    return Page(
        id=id,
        title=fields.text("title"),
        body=body,
        reviewed=reviewed,
        sources=cited,
        description=fields.text("description", ""),
        picture=picture_id(fields, pictures, cited, reviewed),
        path=path,
    )


def picture_id(fields: Fields, pictures: Mapping[str, Picture], cited: tuple[str, ...], reviewed: dt.date) -> str:
    """The picture that a text asks for, or nothing.

    A reader sees the sources and the date of the text, so both must be true of its picture too.
    """
    id = fields.one_of("picture", pictures, "")
    if id not in pictures:
        return ""
    for source in pictures[id].sources:
        if source not in cited:
            message = f"the picture `{id}` rests on `{source}`, and its text does not name it"
            fields.add("picture", "picture-source", message, f"add `{source}` to `sources`")
    if pictures[id].reviewed < reviewed:
        message = f"the picture `{id}` was checked on {pictures[id].reviewed}, before its text"
        fields.add("picture", "picture-older", message, "check it too, then change its `reviewed` in pictures.yaml")
    return id


def scenario(id: str, fields: Fields, known: dict[str, Question]) -> Scenario:
    given, expect = fields.mapping("answers"), fields.mapping("expect")
    public = fields.flag("public")
    return Scenario(
        id=id,
        name=fields.text("name"),
        basis=fields.text("basis"),
        answers=answers(given, known) if given else {},
        expect={set_id: expected(entry) for set_id, entry in each(expect)},
        why=fields.text("why"),
        # Only of a public one: on any other these are keys that nobody knows.
        title=fields.text("title") if public else "",
        person=fields.text("person") if public else "",
    )


def answers(fields: Fields, known: dict[str, Question]) -> Answers:
    answers = {}
    for id in fields:
        if id not in known:
            fields.known(id, ())
            fields.add(id, "unknown-question", f"no question is called `{id}`", "use the ids of questions.yaml")
            continue
        ticked = fields.known(id, known[id].option_ids)
        if len(ticked) > 1 and not known[id].many:
            fields.add(id, "one-answer", f"`{id}` takes one option", "keep one of them")
        answers[id] = ticked
    return answers


def expected(entry: Fields) -> dict[str, tuple[str, ...]]:
    return {outcome: entry.texts(outcome, ()) for outcome in OUTCOMES}
