"""``python -m caseworker_app`` is the command ``caseworker``."""

from multiprocessing import freeze_support

from caseworker_app.cli.main import main

if __name__ == "__main__":
    freeze_support()  # a frozen program reads lists in a child of its own
    raise SystemExit(main())
