import pytest
from support.serving import copy_of_the_site, serving


@pytest.fixture(scope="module")
def served():
    """One server for the tests of a module that leave it as it was."""
    with serving() as running:
        yield running


@pytest.fixture
def site(tmp_path):
    return copy_of_the_site(tmp_path)
