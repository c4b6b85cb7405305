"""Which way this system tells that the laptop is left alone."""

import platform

from caseworker_app.desktop.away import Away


def watch() -> Away:
    """Return what tells that somebody leaves, as this system tells it; else what never does."""
    system = platform.system()
    if system == "Linux":
        from caseworker_app.desktop.logind import Logind  # noqa: PLC0415  # this system's only

        return Logind()
    if system == "Windows":
        from caseworker_app.desktop.windows_session import (  # noqa: PLC0415  # this system's only
            WindowsSession,
        )

        return WindowsSession()
    return Away()
