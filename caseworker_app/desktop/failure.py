"""What is told of work that failed."""

from caseworker_app.errors import CaseworkError


def sentence(error: Exception) -> str:
    """Return what the person is told; a bug is raised, and the crash dialog reports it."""
    if not isinstance(error, CaseworkError):
        raise error
    return str(error)
