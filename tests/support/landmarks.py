"""The landmarks of a page, with their names."""

import re

LANDMARKS = re.compile(
    r'^ *- (banner|main|contentinfo|navigation|region|complementary|form|search)\b ?("[^"]*")?', re.M
)


def landmarks(page):
    return LANDMARKS.findall(page.locator("body").aria_snapshot())
