"""What stands in place of a list that has nobody in it, or could not be read."""

from dataclasses import dataclass

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.worklist.presenter import View, Wanted


@dataclass(frozen=True, slots=True)
class Nothing:
    """What stands where no household is listed."""

    icon: str
    title: str
    text: str
    action: str = ""


def nothing(wanted: Wanted) -> Nothing:
    if wanted.text:
        others = tr("，或清除筛选") if wanted.chosen or wanted.view is not View.ALL else ""
        return Nothing(
            "document_search",
            tr("没有找到"),
            tr(
                "没有与“{text}”相符的户。可输入姓名、拼音首字母、身份证尾号或地址{others}。",
                text=wanted.text,
                others=others,
            ),
            tr("清除搜索"),
        )
    if wanted.chosen:
        return Nothing(
            "document_search", tr("没有符合筛选的户"), tr("可以放宽筛选再看。"), tr("清除筛选")
        )
    if wanted.view is not View.ALL:
        return Nothing(
            "checkmark_circle", tr("没有“{value}”的户", value=wanted.view.value), "", tr("查看全部")
        )
    return Nothing(
        "people", tr("清单是空的"), tr("本机还没有分配到的户。有网络时接收任务后，会显示在这里。")
    )


def failed(error: Exception) -> Nothing:
    return Nothing("error_circle", tr("清单读不出来"), sentence(error), tr("重试"))
