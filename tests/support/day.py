"""The fixed date of every test, every server of the tests and every command of the tests.

No test may fail because a day has passed. Content with a newer day than this fails `make test`: set this day later.
"""

import datetime as dt

TODAY = dt.date(2026, 11, 30)
# For click: the commands that depend on the date get this one, unless a test sets another with --today.
COMMANDS = {name: {"today": TODAY.isoformat()} for name in ("check", "explain")}
COMMANDS["handout"] = {"today": TODAY.isoformat(), "no_clock_notice": True}
COMMANDS["export"] = COMMANDS["kit"] = {"today": TODAY.isoformat()}


def today():
    """Return the fixed date of the tests."""
    return TODAY


def refuse():
    """Fail a test that reads the clock of the machine."""
    raise AssertionError("a test asks the machine what day it is: pass `day.today` in Settings, or --today")


if __name__ == "__main__":
    print(TODAY)
