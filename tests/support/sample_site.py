"""The site of this checkout in this process, with the sample partner and a public address."""

import sys
from pathlib import Path

from support.addresses import ADDRESS
from support.requests_of_site import Fetch, through_client

TESTS = Path(__file__).parents[1]


def sample_site(folder: Path) -> Fetch:
    """Copy the content of the site into `folder`; return a function that sends requests to it."""
    if str(TESTS) not in sys.path:  # run by hand, without pytest
        sys.path.append(str(TESTS))
    from guide.config import Settings
    from guide.web import create_app
    from support import day
    from support.partnered import with_partner

    return through_client(create_app(Settings(with_partner(folder), day.today, address=ADDRESS)).test_client())
