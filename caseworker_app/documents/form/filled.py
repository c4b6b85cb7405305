"""What a paper says: the entries of a form with their values, and who issues it when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caseworker_app.documents.form.description import Form
from caseworker_app.model.values import Json


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of a form; without number and digest it is an empty form to be written in.

    On an empty form stands what is known, and room for the rest.
    """

    form: Form
    entries: Mapping[str, Json]
    region: str
    """12 digits; chooses the wording."""
    place: str
    """County and village."""
    day: date
    """Of the act; chooses the wording."""
    household_number: str = ""
    number: str = ""
    digest: str = ""
    subject: str = ""
    """What the code on an empty form names: the household by its id."""
    about: str = ""
    """And further: the visit to it by its id, or the paper the form goes along with."""
    pack_name: str = ""
    pack_id: str = ""
    pack_hash: str = ""
    is_practice: bool = False
    is_large: bool = False
    """Large letters on sheets laid across (长辈版)."""

    @property
    def is_blank(self) -> bool:
        return not self.digest

    def wording(self, name: str) -> str:
        """Return a dated text as it is in force here on the day of the act."""
        return self.form.wording(name, self.day, self.region)

    def has(self, name: str) -> bool:
        """Say whether an entry holds anything, or with ``entry=word`` whether that is ticked."""
        entry, is_ticked, word = name.partition("=")
        value = self.entries.get(entry)
        if is_ticked:
            return isinstance(value, list) and word in value
        return value not in (None, "", [], {})
