"""The picture of the timeline: made from `status_on` alone, and mirrored where lines run from right to left."""

from guide.web.timeline import picture


def bars(library, rtl=False):
    return {lane.guideline.id: lane.bars for lane in picture(library, 1000, 3, rtl).lanes}


def test_a_bar_stands_for_each_stretch_in_use_paused_or_not_known(library):
    drawn = bars(library)
    assert [bar.status for bar in drawn["2021-guidelines"]] == ["in-use", "paused", "not-known", "in-use"]
    assert [bar.status for bar in drawn["2011-review"]] == ["not-known", "in-use", "not-known"]
    assert [bar.status for bar in drawn["today"]] == ["in-use"]


def test_time_runs_the_way_the_language_is_read(library):
    left_to_right, right_to_left = bars(library), bars(library, rtl=True)
    for guideline, drawn in left_to_right.items():
        for bar, mirrored in zip(drawn, right_to_left[guideline], strict=True):
            assert abs(bar.x + bar.width + mirrored.x - 1000) < 4
            assert bar.width == mirrored.width


def test_the_oldest_set_stands_on_top(library):
    lanes = picture(library, 340, 5, rtl=False).lanes
    assert [lane.guideline.id for lane in lanes] == ["2011-review", "2021-interim", "2021-guidelines", "today"]


def test_every_bar_can_be_seen(library):
    assert all(bar.width >= 3 for drawn in bars(library).values() for bar in drawn)
