"""Where a record of a department comes from, and how old it is."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """Who gave the data, as of which day, until when this copy may be used."""

    department: str
    as_of: date
    batch: str
    expires: date
