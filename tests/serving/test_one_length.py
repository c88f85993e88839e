"""What depends on answers has one length over the wire, whatever was answered: who watches the line learns nothing."""

import gzip
from urllib.parse import urlencode

import pytest
from support.answer_sets import EVERYTHING, partial
from support.sampling import WHOLE, sample
from support.serving import serving
from support.site_pages import LANGUAGES

SETS = 200 if WHOLE else 4
PAIR_SETS = 200 if WHOLE else 2
ENCODINGS = ("identity", "gzip", "br, gzip;q=0.5")
PAIRS = ("es+en", "ar+zh-Hans")


@pytest.fixture(scope="module")
def served():
    """One server of the whole guide, in all its languages."""
    with serving(workers=1) as running:
        yield running


def bodies(library, number):
    """The forms of so many visitors, and of one who answers nothing and one who answers everything."""
    sets = [{}, EVERYTHING, *(partial(library, seed) for seed in range(number))]
    return [urlencode(each, doseq=True) for each in sets]


def sizes(served, path, forms, encoding):
    """The lengths of the head and the body of each answer, and how many different ones were in the bodies."""
    answers = [served.post(path, body=form, accept_encoding=encoding) for form in forms]
    assert {status for status, _, _ in answers} == {200}
    heads = {tuple((name, value) for name, value in headers.items() if name != "date") for _, headers, _ in answers}
    return heads, {len(body) for _, _, body in answers}, len({body for _, _, body in answers})


@pytest.mark.parametrize("page", ["result", "questions"])
@pytest.mark.parametrize("lang", sample(LANGUAGES, 2))
def test_every_answer_has_one_length(served, library, lang, page):
    forms = bodies(library, SETS)
    for encoding in ENCODINGS:
        heads, lengths, different = sizes(served, f"/{lang}/{page}", forms, encoding)
        assert len(heads) == len(lengths) == 1, (encoding, lengths)
        assert different > SETS // 2  # they are pages about answers


@pytest.mark.whole  # the same padding as in one language, which stays; two languages take seconds
@pytest.mark.parametrize("pair", PAIRS)
def test_every_answer_in_two_languages_has_one_length(served, library, pair):
    forms = bodies(library, PAIR_SETS)
    for encoding in ENCODINGS:
        heads, lengths, _ = sizes(served, f"/{pair}/result", forms, encoding)
        assert len(heads) == len(lengths) == 1, (encoding, lengths)


def test_two_visitors_with_the_same_answers_get_the_same_bytes(served):
    for encoding in ENCODINGS:
        answers = {served.post("/es/result", accept_encoding=encoding, user_agent=agent)[2] for agent in "abcdef"}
        assert len(answers) == 1


def test_in_gzip_is_the_same_page_with_more_letters_at_its_end(served):
    plain = served.post("/en/result", accept_encoding="identity")[2].partition(b"</html>")
    packed = gzip.decompress(served.post("/en/result", accept_encoding="gzip")[2]).partition(b"</html>")
    assert packed[:2] == plain[:2]
    for end in (plain[2], packed[2]):
        assert end.strip().startswith(b"<!-- ")
        assert end.strip().endswith(b" -->")
        assert b"--" not in end.strip()[5:-4]


def test_no_page_was_too_long(served):
    assert "longer than" not in served.said()
