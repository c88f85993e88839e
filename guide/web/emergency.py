"""Error pages that are built at startup, so that nothing can fail when they are needed.

They use no templates, style sheets or scripts. Every text comes from the content or the catalogs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from guide.html.markdown import said
from guide.i18n.catalogs import LanguageCatalog
from guide.model.content import Library
from guide.model.language import Language, TranslationStatus
from guide.model.provider import Contact, ContactType, Provider, Scope
from guide.model.roles import BEING_HELD, IN_DANGER
from guide.model.site import HelpSection
from guide.web.urls import PageLinks, Where

REQUEST_FAILED, SERVER_FAILED = 400, 500  # what every status without words of its own is told as

Gettext = Callable[[str], str]


def page(library: Library, catalogs: Mapping[str, LanguageCatalog], language: Language | None, status: int) -> bytes:
    """Return an HTML page in UTF-8 that explains an HTTP status in plain language, and says whom to call.

    It is in one language or, with None, has one section for each language of the library. It depends on nothing
    else, so it is the same for every visitor. A status without its own text uses that of 400 or 500.
    """
    texts = [catalogs[each.code] for each in ([language] if language else library.languages.values())]
    first, own = texts[0].language, texts[0].gettext
    name = escape(own(library.site.name))
    lines = [
        "<!DOCTYPE html>",
        f"<html{_in(first)}>",
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(_words(own, status)[0])} - {name}</title>",
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="format-detection" content="telephone=no">',
        "</head>",
        "<body>",
        "<header>",
        *([f"<p>{name}</p>"] if language else [f"<h1>{name}</h1>", *_menu(texts)]),
        "</header>",
        "<main>",
        *(line for each in texts for line in _section(library, each, status, 1 if language else 2)),
        "</main>",
        "<footer>",
        *(_promise(each) for each in texts),
        "</footer>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def whom_to_call(library: Library, section: HelpSection) -> list[Provider]:
    """The entries of a section of legal help that cover the country, take calls and are run by no government."""
    return [
        provider
        for provider in library.providers
        if provider.section == section.id
        and provider.scope == Scope.NATIONAL
        and not provider.government_run
        and any(channel.type == ContactType.PHONE for channel in provider.channels)
    ]


def _in(language: Language) -> str:
    return f' lang="{language.code}" dir="{language.direction}"'


def _menu(texts: list[LanguageCatalog]) -> Iterator[str]:
    """Yield links to the section of each language."""
    yield f'<nav aria-label="{escape(texts[0].gettext("Language"))}"><ul>'
    for language in (each.language for each in texts):
        yield f'<li><a href="#{language.code}"{_in(language)}>{escape(language.name)}</a></li>'
    yield "</ul></nav>"


def _promise(catalog: LanguageCatalog) -> str:
    text = _gettext(catalog)("This is not a government site. It gives information, not legal advice.")
    return f"<p{_in(catalog.language)}>{text}</p>"


def _section(library: Library, catalog: LanguageCatalog, status: int, level: int) -> Iterator[str]:
    """Yield one language section with headings from this level: what happened, links, whom to call."""
    language, here = catalog.language, Where(catalog.language)
    gettext = _gettext(catalog)
    title, text = _words(gettext, status)
    yield f'<section id="{language.code}"{_in(language)}>'
    leave = gettext("Leave this site quickly")
    yield f'<p><a href="{escape(language.leave_to)}" rel="nofollow noreferrer">{leave}</a></p>'
    yield _heading(level, title)
    yield f"<p>{text}</p>"
    # Not in f-strings: Babel does not extract texts from them.
    ways = {
        "questions": gettext("Answer questions"),
        "explain": gettext("Read everything without questions"),
        "help": gettext("Get legal help"),
    }
    yield "<ul>"
    yield from (f'<li><a href="{here.url(name)}">{words}</a></li>' for name, words in ways.items())
    yield "</ul>"
    if language.translation_status == TranslationStatus.DRAFT:
        draft = gettext("This translation is a draft. It was made by software, and no person has reviewed it yet.")
        yield f"<p>{draft}</p>"
    in_danger, held = (library.site.help_section(role) for role in (IN_DANGER, BEING_HELD))
    yield _heading(level + 1, gettext(in_danger.title))
    yield from _danger(library, catalog, gettext)
    yield from _providers(library, in_danger, gettext, level + 2)
    yield _heading(level + 1, gettext(held.title))
    yield from _providers(library, held, gettext, level + 2)
    to_help = here.url("help")
    yield f'<p><a href="{to_help}">{ways["help"]}</a></p>'
    yield f"<p>{_who_runs_it(library.site.contact, catalog)}</p>"
    yield "</section>"


def _heading(level: int, html: str) -> str:
    return f"<h{level}>{html}</h{level}>"


def _gettext(catalog: LanguageCatalog) -> Gettext:
    """Return a function that translates a text to HTML; untranslated text is marked as English."""

    links = PageLinks(Where(catalog.language))

    def gettext(text: str) -> str:
        html, translated = said(text, catalog, links)
        return html if translated else f'<span lang="en" dir="ltr">{html}</span>'

    return gettext


def _danger(library: Library, catalog: LanguageCatalog, gettext: Gettext) -> Iterator[str]:
    page, sources = library.page_of(IN_DANGER), Where(catalog.language).url("sources")
    yield from (f"<p>{gettext(block.text)}</p>" for block in page.body)
    links = ", ".join(
        f'<a href="{sources}#source-{id}" lang="en" dir="ltr">{escape(library.sources[id].title)}</a>'
        for id in page.sources
    )
    cited, checked = gettext("Sources"), gettext("Checked through")
    yield f"<p>{cited}: {links}. {checked}: {catalog.date(page.last_checked)}.</p>"


def _providers(library: Library, section: HelpSection, gettext: Gettext, level: int) -> Iterator[str]:
    """Who runs it and who it is for stand before any number, as everywhere."""
    who, cost, careful = gettext("Who can use it:"), gettext("Cost:"), gettext("Be careful:")
    for provider in whom_to_call(library, section):
        yield _heading(level, f'<bdi lang="en">{escape(provider.name)}</bdi>')
        yield f"<p>{gettext(library.site.operators[provider.operator])}. {gettext(provider.summary)}</p>"
        yield f"<p>{who} {gettext(provider.who)}</p>"
        if provider.tells_cost:
            yield f"<p>{cost} {gettext(library.site.costs[provider.cost])}.</p>"
        warnings = [*(library.site.not_for[id] for id in provider.not_for), provider.careful]
        yield from (f"<p>{careful} {gettext(warning)}</p>" for warning in warnings if warning)
        yield "<ul>"
        yield from (f"<li>{_reach(channel, gettext)}</li>" for channel in provider.channels if channel.reaches)
        yield "</ul>"
        yield f"<p>{' '.join(gettext(each.text) for each in provider.evidence)}</p>"


def _reach(channel: Contact, gettext: Gettext) -> str:
    """One way to reach a provider, after the condition and the hours that belong to it."""
    parts = [gettext(text) for text in (channel.condition, channel.hours.words if channel.hours else "") if text]
    if channel.address:
        parts.append(f'<a href="mailto:{channel.address}"><bdi lang="en">{channel.address}</bdi></a>')
    if channel.from_detention:
        if channel.shown:
            parts.append(gettext("From a phone in detention, dial this code:"))
        parts.append(f"<strong><bdi>{channel.from_detention}</bdi></strong>")
    if channel.shown:
        number = channel.number or channel.short
        parts.append(f'<strong><a href="tel:{number}"><bdi>{channel.shown}</bdi></a></strong>')
    return " ".join(parts)


def _who_runs_it(contact: Contact | None, catalog: LanguageCatalog) -> str:
    """How to reach the people who run this copy, in the words of parts/contact.html.

    Not as Markdown, in which a placeholder can look like something else.
    """
    gettext = catalog.gettext
    if not contact:
        said, alone = gettext("The people who run this copy of the guide gave no address."), ""
    elif contact.address:
        said = gettext("To reach the people who run this copy of the guide, write to %(address)s.")
        alone = gettext("They see the address that you write from. Do not write about your own case.")
    else:
        said = gettext("To reach the people who run this copy of the guide, call %(number)s.")
        alone = gettext("They may see the number that you call from. Do not tell them about your own case.")
    way = _reach(contact, gettext) if contact else ""
    return f"{escape(said) % {'address': way, 'number': way}} {escape(alone)}".strip()


def _words(gettext: Gettext, status: int) -> tuple[str, str]:
    """Return the title and text that explain a status."""
    again = gettext("Nothing about you was kept. Please try again in a moment.")
    late = gettext("Not everything that you sent arrived in time. Nothing about you was kept. Please try again.")
    words = {
        400: (gettext("This did not work"), again),
        404: (gettext("This page does not exist"), gettext("The address may be wrong, or the page has moved.")),
        405: (
            gettext("This page is made from your answers"),
            gettext("We kept nothing, so we cannot show it again. Start with the questions, or read everything."),
        ),
        408: (gettext("Your connection was too slow"), late),
        413: (
            gettext("That was too much to read"),
            gettext("Nothing was kept. Go back to the questions and try again."),
        ),
        414: (gettext("This address is too long"), gettext("Nothing about you was kept. Use one of these links.")),
        500: (gettext("Something went wrong on our side"), again),
        502: (gettext("This site does not answer right now"), again),
        503: (gettext("This site is very busy right now"), again),
        504: (gettext("This site took too long to answer"), again),
    }
    return words.get(status) or words[SERVER_FAILED if status >= SERVER_FAILED else REQUEST_FAILED]
