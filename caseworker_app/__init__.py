"""Caseworker: re-verification of households on social assistance, offline and end to end.

Read the packages from the bottom up. ``model`` has the nouns, ``rules`` the law, ``wire``
what travels. ``store`` is the disk, ``documents`` the paper, ``sync`` the network,
``intake`` the files of others. ``workflow`` is what a caseworker does, one module a use
case. ``desktop`` shows it; ``server`` receives it; ``demo`` plays it with invented people;
``cli`` puts the parts together. Imports point down only, and ``lint-imports`` checks it.
"""

__version__ = "0.1.0"
