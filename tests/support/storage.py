"""What a browser stores of a page, on disk or between pages."""

from support.scripts import script

STORES = script("stores")
EMPTY = {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
