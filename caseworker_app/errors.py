"""The failures of the application, by who can do something about them.

* CaseworkError
  x UserError      the person at the screen can put it right
  x OutsideError   the disk, the clock or the network: says what to try next
  x RefusedError   the law, a right or the server says no, with the reason

``str(error)`` is a sentence in Chinese for the person: what happened, why, what to do now.
Anything else that is raised is a bug; only ``desktop.app`` and ``server.app`` catch those.
"""


class CaseworkError(Exception):
    """Something foreseen went wrong; its text may be shown on screen."""


class UserError(CaseworkError):
    """The person at the screen can put it right."""


class OutsideError(CaseworkError):
    """The surroundings failed: no space, no network, a locked or damaged file."""


class RefusedError(CaseworkError):
    """A rule, a right or the server refuses, with a reason."""
