"""How often a PIN may be tried: a few times, then after a pause that grows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

FREE_TRIES = 5
FIRST_PAUSE = 30.0
LONGEST_PAUSE = 15 * 60.0


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
