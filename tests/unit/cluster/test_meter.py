"""How fast all computers together are, as the render tells it."""

from types import SimpleNamespace

from engine.cluster.shared_render import _Meter


def test_the_time_until_the_first_frame_says_nothing_about_the_speed():
    told = []
    journal = SimpleNamespace(frames=100, frames_ahead=0, passes=100.0)
    film = SimpleNamespace(
        on_event=told.append,
        work=SimpleNamespace(journal=journal),
        policy=SimpleNamespace(report_seconds=0.0),
    )
    foreman = SimpleNamespace(frames_in_work=lambda queue: in_work)
    meter = _Meter(film, SimpleNamespace(frames_total=140), foreman, None)
    for now, in_work in ((0.0, 0), (50.0, 2), (52.0, 2), (60.0, 12), (70.0, 22)):  # noqa: B007
        meter._report_progress(now)
    rates = [(event.frames_done, event.frames_per_second, event.seconds_left) for event in told]
    assert rates == [(100, 0.0, None), (102, 0.0, None), (112, 1.0, 28.0), (122, 1.0, 18.0)]
