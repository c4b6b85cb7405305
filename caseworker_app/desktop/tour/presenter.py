"""What the tour says, card by card, without Qt."""

from dataclasses import dataclass

from caseworker_app.desktop.tongue import tr


@dataclass(frozen=True, slots=True)
class Stop:
    """One card; ``target`` is the name of the part it points at, empty for the whole window."""

    target: str
    title: str
    text: str


STOPS = (
    Stop(
        "",
        tr("欢迎使用低保复核"),
        tr("花一分钟认一认窗口里的东西。随时可以跳过，以后也能在设置里再看。"),
    ),
    Stop(
        "worklist",
        tr("复核清单"),
        tr("分给您的家庭都在这里，谁快到期一眼看得到。选中一户按 Enter，就开始入户核查。"),
    ),
    Stop(
        "search",
        tr("找一户人家"),
        tr("姓名、拼音首字母、身份证尾号、地址都能搜。按 Ctrl+F 就能直接输入。"),
    ),
    Stop(
        "delivery",
        tr("送达"),
        tr("封存的核查先留在本机，有网络时自动送到办公室。没有网络也不耽误一整天的工作。"),
    ),
    Stop(
        "status",
        tr("只在本机的有多少"),
        tr("这一行一直告诉您：还有几份只在本机、最早是哪天的、现在有没有网络。"),
    ),
    Stop("settings", tr("设置"), tr("字太小、屏幕太亮、要改口令，都在这里。长辈版字大、色深。")),
    Stop(
        tr("帮助"),
        tr("随时按 F1"),
        tr("不管在哪一步，按 F1 就打开这一步的帮助。离开座位按 Ctrl+L 锁定，回来还在原处。"),
    ),
)


class TourPresenter:
    """Where in the tour one stands."""

    def __init__(self) -> None:
        self._at = 0

    @property
    def stop(self) -> Stop:
        return STOPS[self._at]

    @property
    def progress(self) -> str:
        return f"{self._at + 1} / {len(STOPS)}"

    @property
    def onward(self) -> str:
        return tr("开始工作") if self.is_last else tr("下一步")

    @property
    def is_first(self) -> bool:
        return self._at == 0

    @property
    def is_last(self) -> bool:
        return self._at == len(STOPS) - 1

    def move(self, distance: int) -> None:
        self._at = max(0, min(self._at + distance, len(STOPS) - 1))
