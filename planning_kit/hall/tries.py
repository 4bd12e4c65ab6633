"""How often a PIN or a join code may be tried: a few times, then not for a while."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

FREE_TRIES = 5
FIRST_PAUSE = 30.0
LONGEST_PAUSE = 15 * 60.0
_MOST_DEVICES = 2000


@dataclass
class Tries:
    """Counts wrong tries of everybody together: whoever guesses may come from anywhere."""

    clock: Callable[[], float] = time.monotonic
    wrong: int = 0
    _until: float = field(default=0.0)

    def seconds_left(self) -> int:
        """Return how long nobody may try; 0 where trying is open."""
        return max(0, round(self._until - self.clock() + 0.5)) if self.is_paused() else 0

    def is_paused(self) -> bool:
        """Tell whether nobody may try now."""
        return self.clock() < self._until

    def was_wrong(self) -> None:
        """Count a wrong try; from the fifth on each doubles the pause."""
        self.wrong += 1
        if self.wrong >= FREE_TRIES:
            pause = min(FIRST_PAUSE * 2 ** (self.wrong - FREE_TRIES), LONGEST_PAUSE)
            self._until = self.clock() + pause

    def was_right(self) -> None:
        """Begin anew."""
        self.wrong, self._until = 0, 0.0


@dataclass
class Window:
    """Lets so many wrong tries through in so many seconds, and then none until some are old."""

    most: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _wrong: deque[float] = field(default_factory=deque)

    def is_shut(self) -> bool:
        """Tell whether nobody may try now."""
        while self._wrong and self._wrong[0] <= self.clock() - self.seconds:
            self._wrong.popleft()
        return len(self._wrong) >= self.most

    def was_wrong(self) -> None:
        """Count a wrong try."""
        self._wrong.append(self.clock())


class CodeTries:
    """Wrong join codes: few from one device, and not too many from all together.

    Two hundred people mistype now and then, so nobody is shut out for another's mistakes
    until there are far more of them than a meeting makes.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._everybody = Window(120, 10 * 60, clock)
        self._devices: OrderedDict[str, Window] = OrderedDict()

    def is_shut(self, device: str) -> bool:
        """Tell whether this device may not try now."""
        return self._everybody.is_shut() or self._of(device).is_shut()

    def was_wrong(self, device: str) -> None:
        """Count a wrong try of a device."""
        self._everybody.was_wrong()
        self._of(device).was_wrong()

    def _of(self, device: str) -> Window:
        window = self._devices.setdefault(device, Window(8, 5 * 60, self._clock))
        self._devices.move_to_end(device)
        while len(self._devices) > _MOST_DEVICES:
            self._devices.popitem(last=False)
        return window
