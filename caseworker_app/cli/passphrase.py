"""Where a passphrase comes from without a window: the environment, else a prompt."""

import getpass
import os
import sys

from caseworker_app.errors import UserError

VARIABLE = "CASEWORKER_PASSPHRASE"


def ask(whose: str = "") -> str:
    """Return the passphrase; raises UserError where there is neither variable nor terminal."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    if not sys.stdin.isatty():
        raise UserError(f"需要口令。请在终端中运行，或设置环境变量 {VARIABLE} 后重试。")
    return getpass.getpass(f"{whose}口令：")
