"""The site of this checkout in this process, with the sample partner and a public address."""

import sys
from pathlib import Path

from support.addresses import ADDRESS
from support.requests_of_site import Fetch, through_client

TESTS = Path(__file__).parents[1]


def sample_site(folder: Path) -> Fetch:
    """Fills `folder` with the content of the site, and gives what asks it."""
    if str(TESTS) not in sys.path:  # run by hand, without pytest
        sys.path.append(str(TESTS))
    import day
    from partnered import with_partner

    from guide.config import Settings
    from guide.web import create_app

    return through_client(create_app(Settings(with_partner(folder), day.today, address=ADDRESS)).test_client())
