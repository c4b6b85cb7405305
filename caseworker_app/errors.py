"""The failures of the application, by who can do something about them.

* CaseworkError
  x UserError      the person at the screen can put it right
  x OutsideError   the disk, the clock or the network: says what to try next
  x RefusedError   the law, a right or the server says no, with the reason

``str(error)`` is a sentence in Chinese for the person: what happened, why, what to do now.
Anything else that is raised is a bug; only ``desktop.app`` and ``server.app`` catch those.
"""

import errno

_CAUSES = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "上级不是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.ENAMETOOLONG: "名称太长",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
}


def cause(error: OSError) -> str:
    """Return in a few words of Chinese why the system refused; its number where we have none."""
    return _CAUSES.get(error.errno or 0, f"系统错误 {error.errno}")


class CaseworkError(Exception):
    """Something foreseen went wrong; its text may be shown on screen."""


class UserError(CaseworkError):
    """The person at the screen can put it right."""


class OutsideError(CaseworkError):
    """The surroundings failed: no space, no network, a locked or damaged file."""


class OfflineError(OutsideError):
    """There is no way to the office, or it was cut: by itself it may be there again."""


class RefusedError(CaseworkError):
    """A rule, a right or the server refuses, with a reason."""


class LeaseOverError(RefusedError):
    """The office's time to open this laptop is over: only delivering is left."""
