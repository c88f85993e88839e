"""Pictures in content: each question has one, and each picture is shown, translated, measured and has a check date."""

import datetime as dt
from dataclasses import replace

from guide.i18n import messages
from guide.lint.review_dates import overdue
from guide.lint.units import passages


def words(picture):
    parts = (text for part in picture.parts for text in (part.title, part.signature, part.text))
    return {text for text in (picture.title, picture.text, *parts, picture.note) if text}


def shown_by(library):
    findings = [finding for guideline in library.guidelines.values() for finding in guideline.findings]
    texts = [*findings, *library.reviews.values(), *library.misunderstandings, *library.pages.values()]
    return {text.picture for text in texts if text.picture}


def test_each_question_has_a_pictogram_of_its_own(library):
    icons = [question.icon for question in library.questions]
    assert all(icons)
    assert len(set(icons)) == len(icons)


def test_every_picture_is_shown_by_a_text(library):
    assert shown_by(library) == set(library.pictures)


def test_translators_get_every_word_of_a_picture_but_the_mark(library):
    found = {message.text for message in messages.of_content(library) if message.path == "content/pictures.yaml"}
    assert found == set().union(*map(words, library.pictures.values()))
    assert "Form I-205" in {part.mark for part in library.pictures["warrant"].parts} - found


def test_the_words_of_pictures_are_measured(library):
    measured = {block.text for passage in passages(library) for block in passage.blocks}
    assert set().union(*map(words, library.pictures.values())) <= measured


def test_an_overdue_picture_is_reported(library):
    def reported(on):
        pictures = {"warrant": replace(library.pictures["warrant"], last_checked=on)}
        problems = overdue(replace(library, pictures=pictures), dt.date(2026, 11, 22))
        return [problem.path for problem in problems if "pictures.yaml" in problem.path]

    assert reported(dt.date(2026, 4, 30)) == ["content/pictures.yaml"]
    assert reported(dt.date(2026, 11, 1)) == []


def test_a_text_cites_all_sources_of_its_picture(library):
    finding = next(one for one in library.guidelines["today"].findings if one.id == "now/home-entry")
    picture = library.pictures[finding.picture]
    assert set(picture.sources) <= set(finding.sources)
    assert picture.last_checked >= finding.last_checked


def test_the_ice_paper_is_never_said_to_keep_officers_out(library):
    """F 1.5: officers were told that they may force a home with it. The picture must say so."""
    judge, ice = library.pictures["warrant"].parts
    assert "may force their way into a home" in ice.text
    assert "may try to come in by force" in ice.text
    assert "No judge signed it" in ice.signature
    assert "Most rights groups say" in judge.text
