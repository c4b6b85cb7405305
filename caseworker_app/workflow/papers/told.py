"""What is told of papers: those the law asks for, drafts, those that were issued."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from caseworker_app.documents.form import Form
from caseworker_app.model.paper import Void
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Investigator
from caseworker_app.rules.procedure.way import WayStep


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper that was issued, as a list shows it."""

    number: str
    form: str
    title: str
    household: str
    visit: str
    """The sealed visit it rests on, or ""."""
    head: str
    issued: datetime
    digest: str
    """Hash of what it says, which stands on it; of a visit form that of the sealed visit."""
    pdf_sha: str
    copies: int
    """How many were printed so far."""
    void: Void | None
    about: str
    """Number of the paper it serves or posts, or ""."""
    scans: int
    """Pages of it that came back signed and are on file."""
    names_void: bool
    """It names a paper that is void by now, and should be made void or replaced itself."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A paper a colleague issued for the household; this laptop knows what it says, not its PDF."""

    number: str
    form: str
    title: str
    day: date
    person: Investigator
    void: Void | None


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a draft cannot be issued, at one of its entries or (entry "") as a whole."""

    entry: str
    text: str
    """A sentence: what is wrong, what to do."""
    article: str = ""
    """Code of the article that stands against it, or ""."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper being written; kept on the disk entry by entry until it is issued or dropped."""

    id: str
    form: Form
    """``form.entries`` says what is asked, of which kind, with which choices."""
    household: str
    visit: str
    about: str
    """Number of the paper it serves, id of the member or neighbour it speaks of, or ""."""
    head: str
    entries: Mapping[str, Json]
    """What would be printed now: the known, proposals, and what the person wrote."""
    written: frozenset[str]
    """Entries the person wrote or emptied."""
    is_large: bool
    started: datetime
    faults: tuple[Fault, ...]
    """Everything in the way of issuing it; empty when ``issue`` would go through."""
    cautions: tuple[str, ...]
    """What the office should look at before, as sentences; nothing of it is in the way."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A form that can be begun, and what the law says of it."""

    form: str
    title: str
    why: str
    """The step that asks for it, or "" where none does now."""
    article: str
    """Code of the article in force that asks for the step, or ""."""
    step: str
    """Code of the step, or ""."""
    about: str
    """Number of the issued paper that is to be served, or ""."""
    blocked: str
    """Why it cannot be issued yet, as a sentence naming the article; "" where it can be."""
    draft: str
    """Id of the draft that was begun, or ""."""
    of: tuple[tuple[str, str], ...] = ()
    """Of a form that speaks of one member or neighbour: whom it may speak of, id and name.

    The name is "" for a neighbour the visit does not know.
    """


@dataclass(frozen=True, slots=True)
class Offered:
    """The papers of a household or of one visit to it."""

    asked: tuple[Offer, ...]
    """Those the law asks for, in the order of the way; what was issued is not asked again."""
    others: tuple[Offer, ...]
    """All other forms one may want, by their codes."""
    drafts: tuple[Draft, ...]
    """Those begun, the latest first."""
    issued: tuple[Issued, ...]
    """Those issued, the latest first; void ones too."""
    way: tuple[WayStep, ...]
    """The way of the outcome with what the issued papers did; empty before the visit is sealed."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Those colleagues issued, as far as they came from the office, the latest first."""


@dataclass(frozen=True, slots=True)
class Voided:
    """A paper that was made void, and the papers that name it."""

    paper: Issued
    named_by: tuple[Issued, ...]
    """Proofs of service, posted lists and others that still stand."""


@dataclass(frozen=True, slots=True)
class Whole:
    """An issued paper with all it says."""

    paper: Issued
    form: Form
    entries: Mapping[str, Json]
    day: date
    is_large: bool
