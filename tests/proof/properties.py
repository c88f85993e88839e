"""How each property of guide/web/proof.py is tested: what is done in words, by which tests, and where it was adapted.

The numbers in the comments are those of the list of 25 that it comes from. What that list has and this does not: no
`includeSubDomains` in HSTS (11), since a host may have other machines below its name; the redirect from http is
nginx's, which `make test-deploy` tests.
"""

from dataclasses import dataclass

VISITS = "1,000 visitors with answers and 200 broken requests pass at `guide serve` with the whole guide"


@dataclass(frozen=True)
class Tested:
    """What was done, and the tests that did it."""

    done: str
    tests: tuple[str, ...]


def _visits(id, *more, done=""):
    """Return the test of a property among the visits, and others."""
    said = f"{VISITS}{': ' if done else ''}{done}."
    return Tested(said, (f"proof/test_visits.py::test_a_promise_holds_while_visitors_pass[{id}]", *more))


HEADERS = "web/test_headers.py::test_every_answer_is_locked_down"
REQUESTS = "browser/test_privacy_of_requests.py"
WALK = f"{REQUESTS}::test_when_script_runs_no_request_carries_an_answer_and_none_goes_elsewhere"
PAGES = "web/test_pages.py::test_every_page"
TESTS = {
    "no-cookie": _visits(
        "no-cookie", HEADERS, "browser/test_privacy.py::test_a_full_walk_requests_and_stores_nothing"
    ),  # 1
    "no-storage": Tested(  # 2
        "Chromium walks through all questions; then cookies, storage, databases, caches and workers are empty, and the "
        "profile on the disk holds no answer.",
        (
            "browser/test_privacy.py::test_a_full_walk_requests_and_stores_nothing",
            "browser/test_privacy.py::test_the_profile_on_disk_holds_no_answer_after_a_walk_with_script",
        ),
    ),
    "no-script-needed": Tested(  # 3
        "With script turned off: the leave button, the list of help by state, a state from the result, printing.",
        (
            "browser/test_exit.py::test_without_script_it_is_a_plain_link_in_the_same_tab",
            "browser/test_help_filter.py::test_without_script_the_list_is_folded_by_state",
            "browser/test_state_here.py::test_without_script_there_is_the_link",
            "web/test_form.py::test_the_language_changes_on_the_form_without_losing_a_tick",
        ),
    ),
    "no-other-site": Tested(  # 4
        "Every request of a walk in Chromium goes to this site, and no page names another one to load from.",
        (
            WALK,
            PAGES,
            HEADERS,
        ),
    ),
    "own-fonts": Tested(
        "No style sheet names an address.", ("proof/test_site.py::test_no_style_sheet_loads_anything",)
    ),  # 5
    "no-referrer": _visits("no-referrer", HEADERS),  # 6
    "plain-links": Tested(  # 7
        "Every link of every page to another site has `noreferrer`, and no mark of a campaign or click.",
        (PAGES, "proof/test_site.py::test_no_link_carries_a_mark"),
    ),
    "warned-links": Tested(  # 8
        "The entries of governments on the page of legal help.",
        ("web/test_pages.py::test_a_government_entry_warns_before_its_link",),
    ),
    # 9, adapted: pages that are the same for everybody may be kept, with the same ETag for everybody.
    "not-stored": _visits("not-stored", "web/test_headers.py::test_what_depends_on_answers_is_never_stored"),
    # 10, adapted: pages below /embed/ are made for frames.
    "no-foreign-frame": _visits("no-foreign-frame", HEADERS),
    "https": _visits("https", HEADERS),  # 11
    "no-sensors": _visits("no-sensors", HEADERS),  # 12
    # 13, adapted: oEmbed reads a query, as its standard wants. An address can hold picked explanations.
    "no-answer-in-address": Tested(
        "A walk in Chromium, and a query at every kind of page.",
        (
            WALK,
            "browser/test_privacy.py::test_history_holds_a_plain_counter_and_one_title",
            "web/test_headers.py::test_two_readers_get_the_same_bytes_and_a_query_changes_nothing",
        ),
    ),
    "state-on-device": Tested(  # 14
        "A state is chosen in Chromium: the page of help for all states is the only request.",
        ("browser/test_state_here.py::test_the_choice_is_not_kept",),
    ),
    "no-log": _visits(  # 15
        "no-log",
        "test_deploy.py::test_every_server_has_no_logs_and_hides_its_version",
        "web/test_pages.py::test_a_normal_visit_logs_nothing",
    ),
    "errors-say-nothing": Tested(  # 16
        "A page is made to fail, and a worker is killed.",
        (
            "web/test_pages.py::test_an_error_is_logged_without_path_address_headers_or_form",
            "serving/test_workers.py::test_the_log_of_a_crash_has_no_data_of_visitors",
        ),
    ),
    "no-network-address": Tested(  # 17
        "No module names what would give the address of a visitor; headers of proxies change nothing.",
        (
            "proof/test_site.py::test_no_module_asks_for_the_address_of_a_visitor",
            "serving/test_answers.py::test_proxy_headers_are_ignored",
        ),
    ),
    "no-guess": Tested(
        "Pages are asked for with several languages.", ("web/test_pages.py::test_no_language_is_guessed",)
    ),  # 18
    "nothing-to-fill": Tested(  # 19
        "All routes take GET, and POST only for the form; the form has boxes to tick; no other field is sent.",
        (
            "proof/test_site.py::test_only_the_form_can_be_sent",
            "proof/test_site.py::test_no_field_for_words_is_sent",
            "web/test_pages.py::test_other_methods_are_refused",
        ),
    ),
    "neutral-names": Tested(  # 20
        "Titles, addresses and previews are compared with a list of words.",
        (
            PAGES,
            "web/test_open_graph.py::test_no_title_tells_what_its_reader_fears",
            "browser/test_privacy_of_requests.py::test_every_result_has_the_same_title",
        ),
    ),
    "leave-button": Tested(  # 21
        "In Chromium, by click and by Shift, scrolled, by Tab, and Back after it.",
        (
            PAGES,
            "browser/test_exit.py::test_the_cover_is_shown_before_the_other_site_is_requested",
            "browser/test_exit_in_reach.py::test_it_stays_visible_when_scrolling",
            "browser/test_exit_in_reach.py::test_it_is_the_second_stop_of_the_tab_key",
            "browser/test_exit_history.py::test_back_does_not_return_to_the_page_left",
            "browser/test_exit_history.py::test_shift_three_times_leaves",
        ),
    ),
    "history-is-named": Tested(  # 22
        "The link beside the button on every page, and what it leads to.",
        (PAGES, "web/test_pages.py::test_the_safety_page_tells_what_the_leave_link_does"),
    ),
    "paper": Tested(  # 23
        "Results are printed to PDF.",
        (
            "browser/test_print.py::test_no_answer_is_printed_unless_turned_on",
            "browser/test_print.py::test_without_has_no_answer_is_printed",
            "browser/test_print.py::test_a_result_has_today_what_to_do_and_all_numbers_of_help",
        ),
    ),
    "same-bytes": _visits(  # 24
        "same-bytes",
        "web/test_headers.py::test_two_readers_get_the_same_bytes_and_a_query_changes_nothing",
        done="40 of them ask again with another browser, language, cookie and address",
    ),
    "calls-nobody": Tested(  # 25
        "All kinds of pages are made while connections, names and programs are refused.",
        ("web/test_no_network.py::test_no_page_needs_the_network_or_a_program",),
    ),
    "no-file": _visits("no-file", done="strace lists every call that could change a file"),
    "only-visitors": _visits("only-visitors", done="strace lists every call that could reach somebody"),
    "no-file-opened": _visits(
        "no-file-opened",
        "web/test_load_all.py::test_no_visit_opens_a_file",
        done="strace lists every file that is opened",
    ),
    "no-echo": _visits("no-echo", done="each sends a made-up word as field, header, language or path"),
    "store-holds-no-visit": _visits("store-holds-no-visit", done="the store is the same, byte for byte, as before"),
    "one-length": _visits("one-length", done="the lengths and headers of each page with answers are compared"),
    "memory": Tested(
        "As root, the memory of a worker is searched 10 seconds after 40 posts. Before the program wiped it, it held "
        "96 copies of a posted word. What is left are buffers of granian, the HTTP server, out of the program's reach.",
        (
            "proof/test_visits.py::test_moments_after_answers_no_copy_is_in_the_memory_of_python",
            "serving/test_wiping.py::test_nothing_that_was_freed_is_left",
        ),
    ),
    "no-dump": Tested(
        "A user without the rights of root tries to read each process of the server.",
        (
            "serving/test_secrecy.py::test_no_process_of_the_server_can_be_read",
            "serving/test_secrecy.py::test_no_process_of_the_server_makes_a_core_dump",
        ),
    ),
}
