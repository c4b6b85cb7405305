"""``python -m caseworker_app`` is the command ``caseworker``."""

from caseworker_app.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
