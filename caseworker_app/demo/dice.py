"""Throws every part of the generator uses."""

from random import Random

from caseworker_app.demo.stock import Range
from caseworker_app.model.values import Fen


def hit(rng: Random, per_cent: int) -> bool:
    """Return whether something of that likelihood happens."""
    return rng.randrange(100) < per_cent


def yuan(rng: Random, limits: Range) -> Fen:
    """Return an amount in fen between two in yuan, in steps of ten yuan."""
    return rng.randrange(limits[0], limits[1] + 1, 10) * 100
