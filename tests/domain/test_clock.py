"""The desk's clock: real, or a trial day on which the time of day still runs."""

from datetime import date, datetime

from lianbing_desktop.domain.clock import Clock

NOW = datetime(2026, 3, 4, 9, 30, 15)


def test_a_real_clock_tells_what_it_reads() -> None:
    clock = Clock(lambda: NOW)
    assert (clock.now(), clock.today()) == (NOW, date(2026, 3, 4))


def test_a_trial_day_keeps_the_time_of_day() -> None:
    clock = Clock(lambda: NOW, date(2017, 10, 20))
    assert clock.now() == datetime(2017, 10, 20, 9, 30, 15)
    assert clock.today() == date(2017, 10, 20)
