"""Where shipped files and a person's data lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return a shipped folder: inside the package when installed, beside it in a checkout."""
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """Return a file below ``resources``."""
    return shipped("resources").joinpath(*parts)


def data_folder() -> Path:
    """Return the platform's folder for this person's installation."""
    from platformdirs import user_data_path  # noqa: PLC0415  # not needed when a folder is named

    return user_data_path("caseworker", appauthor=False)


def is_set_up(folder: Path) -> bool:
    """Return whether somebody has set up an installation in a folder: it has a key file."""
    return (folder / "key.json").exists()
