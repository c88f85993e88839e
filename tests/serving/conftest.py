import pytest
from support.serving import serving, small_site


@pytest.fixture(scope="module")
def served(small):
    """One server for the tests of a module that leave it as it was."""
    with serving(root=small) as running:
        yield running


@pytest.fixture
def site(tmp_path):
    return small_site(tmp_path)
