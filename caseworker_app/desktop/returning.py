"""Leaving a window and coming back to the same page of another."""

from caseworker_app.desktop.place import Place, Return, VisitPlace, spot
from caseworker_app.desktop.window import Window


def place_of(person: str, window: Window, visit: VisitPlace | None) -> Place:
    """Return where a person is; a page may tell by ``where()`` which part of it is in sight."""
    name = window.current()
    page = window.page(name)
    where = getattr(page, "where", None)
    return Place(person, name, where() if callable(where) else "", spot(page), visit)


def go_back_to(window: Window, place: Place) -> None:
    """Show the page of a place, and the field; ``resume(where)`` shows the part of the page."""
    page = window.go(place.page)
    resume, asks = getattr(page, "resume", None), getattr(page, "asks", None)
    if place.where and callable(resume):
        resume(place.where)
    if not (callable(asks) and asks()):  # a question has the focus already
        Return(page, place.spot)
