"""Passive sentences, which do not say who acts. A passive is a form of "be" or "get" with a participle."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from guide.lint import readability
from guide.lint.text_problem import short
from guide.lint.units import TextUnit
from guide.model.problems import Problem

MOST = 0.10  # of all sentences of a language, or of one file
MANY = 3  # the least number of passive sentences in a file that gives a warning
FIND = Callable[[str], str | None]

IRREGULAR = (
    r"beaten|begun|bent|bitten|blown|born|bought|bound|bred|broken|brought|built|burnt|caught|chosen|cut|dealt|done"
    r"|drawn|driven|eaten|fed|felt|forbidden|forgiven|forgotten|fought|found|frozen|given|grown|heard|held|hidden|hit"
    r"|hurt|kept|known|laid|led|left|lent|let|lost|made|meant|met|misled|overheard|overruled|overthrown|overturned|paid"
    r"|put|read|rebuilt|ridden|said|seen|sent|set|shaken|shot|shown|shut|sold|sought|split|spoken|spread|stolen|struck"
    r"|stuck|sworn|swept|taken|taught|thought|thrown|told|torn|understood|undone|upheld|withdrawn|withheld|won|worn"
    r"|woven|written"
)
# Words that end like a participle but are none, or that describe a state (no one acts), or that give a name.
STATES = (
    r"ashamed|bed|bored|called|excited|hundred|indeed|interested|invented|married|need|red|scared|speed|tired|worried"
)
BE = r"(?:am|is|are|was|were|be|been|being|get|gets|got|gotten|getting|(?:is|are|was|were)n['’]t|(?:they|you|we)['’]re)"
BETWEEN = r"(?:\w+ly|all|also|already|always|both|ever|first|just|later|never|no longer|not|now|often|soon|still|then)"
ENGLISH = re.compile(
    rf"\b{BE}\s+(?:(?:you|they|he|she|it|we|anyone|someone|somebody)\s+)?(?:{BETWEEN}\s+)*"
    rf"(?!(?:{STATES})\b)(?:\w+ed|{IRREGULAR})\b",
    re.I,
)
SER = (
    r"ser|sido|siendo|soy|eres|es|somos|son|era|eras|éramos|eran|fui|fuiste|fue|fuimos|fueron|seré|será|seremos|serán"
    r"|sería|serían|sea|seas|seamos|sean|fuera|fueran|fuese|fuesen"
)
PARTICIPLES = r"cubiert|descubiert|dich|escrit|inscrit|hech|impres|muert|puest|resuelt|rot|vist|vuelt|devuelt"
NO_PARTICIPLE = r"(?:\w*[áéóú]\w*|abogad[oa]s?|demasiad[oa]s?|delegad[oa]s?|encargad[oa]s?|estados?)"
SPANISH = re.compile(
    rf"\b(?:{SER})\s+(?:(?:\w+mente|no|nunca|siempre|solo|también|ya)\s+)*"
    rf"(?!{NO_PARTICIPLE}\b)(?:\w+[aií]d[oa]s?|(?:{PARTICIPLES})[oa]s?)\b",
    re.I,
)


@dataclass(frozen=True)
class Voice:
    """The passive sentences of some passages."""

    sentences: int
    passive: tuple[str, ...]
    first: int  # the line of the first passive sentence

    @property
    def share(self) -> float:
        return len(self.passive) / max(1, self.sentences)


def english(sentence: str) -> str | None:
    """Return the passive words of an English sentence, or None."""
    found = ENGLISH.search(sentence)
    return found[0] if found else None


def spanish(sentence: str) -> str | None:
    """Return the passive words of a Spanish sentence, or None. Only "ser" with a participle: "se" is plain Spanish."""
    found = SPANISH.search(sentence)
    return found[0] if found else None


def voice(passages: Iterable[TextUnit], passive: FIND) -> Voice:
    """Find the passive sentences of the running text: headings and labels do not count."""
    sentences = [
        (sentence, block.line)
        for passage in passages
        for block in passage.running
        for sentence in readability.sentences(readability.bare(block.text))
    ]
    found = [(sentence, line) for sentence, line in sentences if passive(sentence)]
    return Voice(len(sentences), tuple(sentence for sentence, _ in found), found[0][1] if found else 1)


def problems(passages: Iterable[TextUnit], passive: FIND, language: str) -> Iterator[Problem]:
    """Yield a warning for each file with too many passive sentences, and an error for a language with too many."""
    files: dict[str, list[TextUnit]] = {}
    for passage in passages:
        files.setdefault(passage.path, []).append(passage)
    voices = {path: voice(found, passive) for path, found in files.items()}
    whole = voice(chain.from_iterable(files.values()), passive)
    fix = "say who does it: `ICE told officers`, not `officers were told`"
    if whole.share >= MOST:
        path = max(voices, key=lambda path: len(voices[path].passive))
        message = (
            f"{whole.share:.1%} of all {language} sentences are passive, not below {MOST:.0%}; this file has the most"
        )
        yield Problem(path, voices[path].first, "passive-average", message, fix)
    for path, found in voices.items():
        if len(found.passive) >= MANY and found.share >= MOST:
            example = short(found.passive[0])
            message = f"{len(found.passive)} of {found.sentences} sentences are passive, first `{example}`"
            yield Problem(path, found.first, "passive", message, fix, "warning")
