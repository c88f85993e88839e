import pytest
from support.serving import copy_of_the_site, serving, small_site


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """A folder with a small site, which no test changes."""
    return small_site(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def served(small):
    """One server for the tests of a module that leave it as it was."""
    with serving(root=small) as running:
        yield running


@pytest.fixture
def site(tmp_path):
    return copy_of_the_site(tmp_path)
