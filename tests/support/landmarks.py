"""The landmarks of a page, with their names."""

import re

from support.scripts import script

LANDMARKS = re.compile(
    r'^ *- (banner|main|contentinfo|navigation|region|complementary|form|search)\b ?("[^"]*")?', re.M
)


def landmarks(page):
    """Return the role and the name of each landmark of a page, in order."""
    return LANDMARKS.findall(page.locator("body").aria_snapshot())


def landmarks_alone(page):
    """The same, for the last check of a page: nothing else is left of it."""
    page.evaluate(script("landmarks_alone"))
    return landmarks(page)
