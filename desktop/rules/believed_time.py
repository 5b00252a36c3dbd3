"""When something happened, of all that a station's clock may say."""

from datetime import datetime


def believed(claimed: datetime, enrolled: datetime, now: datetime) -> datetime:
    """`claimed`, but never before its station was enrolled nor after `now`, which is central's clock.

    A station that was without network for weeks is believed to the second; a clock that once stood in 2099
    makes no receipt of 2099 and lets nobody wait for it.
    """
    return min(max(claimed, enrolled), now)
