"""Whether there is a screen to open a window on."""

import os
import sys


def is_there() -> bool:
    """Return True where a window can be shown; a named Qt platform is taken at its word."""
    if sys.platform != "linux":
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))
