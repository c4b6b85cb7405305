"""佐证: where a file that proves something came from, who agreed to it, why it was taken out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """来历: the file as it came; what a camera wrote into it stands here and nowhere else."""

    sha: str
    """``sha256:…`` of the file before it was made small."""
    size: int
    way: str
    """How it came: file, clipboard, folder."""
    device: str | None = None
    """Make and model the camera wrote."""
    latitude: int | None = None
    """Millionths of a degree, north positive."""
    longitude: int | None = None
    """Millionths of a degree, east positive."""
    twin: str | None = None
    """Number of another household whose visit holds the same file: a sign to look into."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """同意录音: nobody is recorded who has not said yes first."""

    name: str
    """Who agreed."""
    at: str
    """When this was written down; UTC instant, ISO 8601."""
    spoken: bool
    """The recording begins with the question and the yes."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """撤下: evidence that no longer speaks; it is kept and goes along, with the reason."""

    reason: str
    by: str
    at: str
    """UTC instant, ISO 8601."""
