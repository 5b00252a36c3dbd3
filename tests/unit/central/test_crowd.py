"""Who has to leave when too many are connected."""

from desktop.central.threshold.crowd import Crowd
from desktop.config import Bounds


class Line:
    """A connection that remembers whether it was hung up."""

    def __init__(self) -> None:
        self.is_over = False

    def turn_away(self) -> None:
        self.is_over = True


def test_the_stranger_who_came_first_makes_room_for_the_next() -> None:
    crowd = Crowd(Bounds(strangers=2))
    lines = [Line() for _ in range(3)]
    for line in lines:
        crowd.came(line)
    assert [line.is_over for line in lines] == [True, False, False]


def test_a_known_station_stays_however_many_strangers_come() -> None:
    crowd = Crowd(Bounds(strangers=2, connections=3))
    station = Line()
    crowd.came(station)
    crowd.is_known(station, "a station")
    for _ in range(50):
        crowd.came(Line())
    assert not station.is_over
    assert len(crowd) == 3


def test_of_one_stations_lines_the_oldest_goes_and_no_other_stations() -> None:
    crowd = Crowd(Bounds(connections_of_a_device=2))
    other, *mine = [Line() for _ in range(4)]
    crowd.came(other)
    crowd.is_known(other, "another")
    for line in mine:
        crowd.came(line)
        crowd.is_known(line, "greedy")
        crowd.is_known(line, "greedy")
    assert [line.is_over for line in (other, *mine)] == [False, True, False, False]


def test_nobody_who_left_is_counted() -> None:
    crowd = Crowd(Bounds())
    for name in ("", "a station"):
        line = Line()
        crowd.came(line)
        if name:
            crowd.is_known(line, name)
        crowd.left(line)
        crowd.left(line)
    assert len(crowd) == 0
