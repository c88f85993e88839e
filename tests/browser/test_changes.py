"""The page of what changed folds what is older than a chosen day."""


def test_older_changes_are_folded_and_nothing_is_added_to_the_address(open_page):
    page = open_page("/en/changes")
    days = page.locator("[data-day]").evaluate_all("all => all.map(each => each.dataset.day)")
    before = page.url
    page.select_option("#since", days[2])
    assert page.locator("[data-older] [data-day]").count() == len(days) - 3
    assert page.locator("[data-day]").evaluate_all("all => all.map(each => each.dataset.day)") == days
    assert page.url == before
    page.select_option("#since", "")
    assert page.locator("[data-older]").is_hidden()
    page.evaluate(f"location.hash = '#{days[1]}'")
    page.wait_for_function("document.querySelectorAll('[data-older] [data-day]').length > 0")
    assert page.locator("#since").input_value() == days[1]
