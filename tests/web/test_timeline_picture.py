"""The timeline: derived from `status_on`, and mirrored in right-to-left languages."""

from guide.web.presenters.timeline import picture


def bars(library, rtl=False):
    return {
        lane.guideline.id: sorted(lane.bars, key=lambda bar: -bar.end if rtl else bar.x)
        for lane in picture(library, rtl).lanes
    }


def test_a_bar_stands_for_each_stretch_in_use_paused_or_not_known(library):
    drawn = bars(library)
    assert [bar.status for bar in drawn["2021-guidelines"]] == ["in-use", "paused", "not-known", "in-use"]
    assert [bar.status for bar in drawn["2011-review"]] == ["not-known", "in-use", "not-known"]
    assert [bar.status for bar in drawn["today"]] == ["in-use"]


def test_time_runs_the_way_the_language_is_read(library):
    left_to_right, right_to_left = bars(library), bars(library, rtl=True)
    for guideline, drawn in left_to_right.items():
        for bar, mirrored in zip(drawn, right_to_left[guideline], strict=True):
            assert abs(bar.end + mirrored.x - 100) < 1
            assert abs(bar.width - mirrored.width) < 0.02


def test_the_years_run_the_way_the_language_is_read(library):
    years, mirrored = picture(library, rtl=False).years, picture(library, rtl=True).years
    assert [year for year, _ in years] == [2011, 2016, 2021, 2026]
    assert years[0][1] == 0
    assert [(year, round(100 - x, 2)) for year, x in mirrored] == list(years)


def test_the_oldest_set_is_on_top(library):
    lanes = picture(library, rtl=False).lanes
    assert [lane.guideline.id for lane in lanes] == ["2011-review", "2021-interim", "2021-guidelines", "today"]


def test_every_bar_can_be_seen_inside_the_picture(library):
    for rtl in (False, True):
        for bar in (bar for drawn in bars(library, rtl).values() for bar in drawn):
            assert bar.width >= 0.8
            assert bar.x >= 0
            assert bar.end <= 100


def test_what_is_known_covers_the_dots_of_what_is_not(library):
    for lane in picture(library, rtl=False).lanes:
        known = [bar.status != "not-known" for bar in lane.bars]
        assert known == sorted(known)
