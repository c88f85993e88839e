"""Ready pages are the same for both names of a site; only the clear one names the onion service."""

from support.serving import serving, until

ONION = f"http://{'a2b3c4d5' * 7}.onion"


def test_a_ready_page_names_its_onion_address_on_the_clear_host_only(tiny):
    with serving(root=tiny, workers=1, GUIDE_ONION=ONION) as served:
        assert until(lambda: served.get("/en/privacy")[0] == 200, 60)
        for method in ("GET", "HEAD"):
            _, clear, body = served.get("/en/privacy", method=method)
            assert clear["onion-location"] == f"{ONION}/en/privacy"
            _, hidden, same = served.get("/en/privacy", method=method, host=ONION.removeprefix("http://"))
            assert "onion-location" not in hidden
            assert same == body
            assert hidden.keys() | {"onion-location"} == clear.keys()
