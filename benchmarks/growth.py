"""How a cost grows with the number of evaluations."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping


def exponent(costs: Mapping[int, float], fixed: float) -> float:
    """The k of ``cost - fixed`` = c · count^k, fitted to the logarithms by least squares.

    ``costs`` are by count, in any one unit, ``fixed`` in the same. Raises ValueError for fewer than two counts, and
    where nothing is left of a cost.
    """
    left = {count: cost - fixed for count, cost in costs.items()}
    if len(left) < 2 or min(left.values()) <= 0:
        raise ValueError("The growth needs two counts at least, and costs above the fixed one.")
    slope = statistics.linear_regression(
        [math.log(count) for count in left], [math.log(cost) for cost in left.values()]
    )
    return slope.slope
