"""How often somebody may ask: in any minute, not in each."""

from __future__ import annotations

import threading

from api.windows import Standing, Windows


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_so_many_in_any_minute():
    clock = Clock()
    windows = Windows(clock)
    assert windows.ask("Ana", 2) == Standing(True, 1, 60)
    clock.now += 40
    assert windows.ask("Ana", 2) == Standing(True, 0, 20)
    clock.now += 19.5
    assert windows.ask("Ana", 2) == Standing(False, 0, 1)
    clock.now += 0.5
    assert windows.ask("Ana", 2) == Standing(True, 0, 40)
    assert windows.ask("Ana", 2).allowed is False


def test_each_has_a_count_of_their_own():
    windows = Windows()
    assert [windows.ask(who, 1).allowed for who in ("Ana", "Bo", "Ana")] == [True, True, False]


def test_who_has_long_been_gone_is_forgotten():
    clock = Clock()
    windows = Windows(clock)
    for number in range(500):
        windows.ask(number, 10)
    clock.now += 50
    windows.ask(7, 10)
    clock.now += 11
    windows.ask("Bo", 10)
    assert len(windows) == 2


def test_no_thread_keeps_the_time():
    threads = threading.active_count()
    windows = Windows()
    for number in range(10):
        windows.ask(number, 10)
    assert threading.active_count() == threads
