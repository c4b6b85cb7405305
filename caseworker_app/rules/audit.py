"""留痕: the chain by which an altered, lost or inserted entry of the log is found."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from caseworker_app.model.audit import AuditEntry

GENESIS = ""
"""What stands for the entry before the first."""

WORDS: Mapping[str, str] = {
    "store.unlocked": "解锁本机资料",
    "store.locked": "锁定本机资料",
    "passphrase.changed": "更换口令",
    "practice.begun": "开始练习",
    "dossier.bound": "装订家庭档案",
    "household.opened": "查看家庭档案",
    "household.changed": "记下家庭变化",
    "household.change_undone": "撤回家庭变化",
    "household.split": "另立新户",
    "household.merged": "他户并入本户",
    "household.ended": "并入他户",
    "household.merge_undone": "撤回并户",
    "household.delivered": "新立户送达",
    "households.loaded": "载入家庭档案",
    "comparison.done": "完成三比对",
    "import.done": "导入部门数据",
    "import.undone": "撤销导入",
    "match.joined": "判定为本人",
    "match.rejected": "判定不是",
    "match.reopened": "撤回判定",
    "mapping.kept": "保存字段对应",
    "slice.expired": "清除到期部门数据",
    "discrepancy.explained": "记录差异说明",
    "proposal.raised": "出现事件提示",
    "proposal.confirmed": "查实事件提示",
    "proposal.withdrawn": "排除事件提示",
    "proposal.unresolved": "事件提示待进一步核实",
    "proposal.reopened": "改回事件提示为待核实",
    "visit.assigned": "分派核查任务",
    "visit.started": "开始入户核查",
    "recheck.opened": "开始下一次复核",
    "found.recorded": "记下现场发现",
    "found.removed": "删去现场发现",
    "found.asked": "提请查询登记数据",
    "found.answered": "收到查询答复",
    "job.asked": "安排后台任务",
    "job.stopped": "停止后台任务",
    "job.ended": "后台任务结束",
    "registers.loaded": "载入部门登记数据",
    "registers.asked": "查询登记数据",
    "photo.added": "收下佐证照片",
    "audio.added": "收下录音",
    "fingerprint.added": "捺印",
    "evidence.repeated": "照片与别处相同",
    "evidence.withdrawn": "撤下佐证",
    "evidence.restored": "恢复佐证",
    "evidence.exported": "导出佐证",
    "visit.signed": "签字",
    "visit.unsigned": "撤回签字",
    "visit.rules_changed": "改用新规则",
    "visit.sealed": "封存核查表",
    "paper.begun": "起草文书",
    "paper.dropped": "放弃文书草稿",
    "paper.issued": "发出文书",
    "paper.voided": "作废文书",
    "paper.names_void": "所载文书已作废",
    "paper.delivered": "文书送达服务器",
    "paper.void_delivered": "文书作废送达服务器",
    "scan.taken": "收下扫描件",
    "scan.filed": "扫描件归档",
    "scan.put_away": "收起扫描页",
    "scan.delivered": "扫描件送达服务器",
    "paper.printed": "打印文书",
    "paper.not_printed": "文书未印出",
    "form.printed": "打印空白表",
    "form.not_printed": "空白表未印出",
    "visit.delivered": "送达",
    "visit.received": "收到送达回执",
    "visit.returned": "退回补正",
    "assignment.ended": "结束分派",
    "conflict.resolved": "裁决冲突",
    "slip.made": "开具登记单",
    "pack.installed": "启用规则包",
    "person.introduced": "登记工作人员",
    "person.appointed": "任命岗位和辖区",
    "device.enrolled": "设备登记",
    "device.revoked": "注销设备",
    "manifest.published": "发布规则",
    "manifest.installed": "取到规则更新",
    "manifest.refused": "规则更新未采用",
    "numbers.allotted": "配发文书编号",
    "lease.set": "设定使用期限天数",
    "store.opened_to_deliver": "使用期限已过，只为送达打开",
    "clock.wrong": "电脑时间不对",
    "clock.right": "电脑时间已改正",
    "clock.backwards": "电脑时间往回走",
    "clock.doubted": "所记时间待核对",
    "session.opened": "设备登录",
    "session.refused": "拒绝设备登录",
    "changes.read": "读取变更",
    "sync.done": "与服务器交换",
    "sync.restarted": "重新与服务器核对",
    "bundle.exported": "存送达包到U盘",
    "bundle.returned": "收回U盘回执包",
    "bundle.taken": "导入U盘送达包",
    "conflict.decided": "裁决",
    "conflict.delivered": "裁决已送达",
    "household.left": "改派他人，移出清单",
    "record.cleared": "清出已备份的记录",
    "record.missing": "办公室恢复的备份里没有已清出的记录",
    "backup.made": "备份",
    "backup.verified": "核对备份无误",
    "server.restored": "从备份恢复服务器",
    "server.regressed": "服务器资料曾回退",
    "operation.accepted": "收存记录",
    "operation.conflict": "收存记录，与别人的修改不一致",
    "operation.quarantined": "收存记录，没有入档",
    "apart.taken-in": "待人工的记录入档",
    "apart.put-away": "待人工的记录不入档",
    "paper.countersigned": "加盖收讫章",
    "paper.refused": "不予加盖收讫章",
    "enrolment.unknown-slip": "拒绝登记：登记码不对",
    "enrolment.bad-proof": "拒绝登记：身份核对不符",
    "enrolment.slip-used": "拒绝登记：登记码已用过",
    "enrolment.slip-expired": "拒绝登记：登记码已过期",
    "enrolment.revoked": "拒绝登记：设备已注销",
}


def word(act: str) -> str:
    """Return the words for an act, or the act itself where none are known."""
    return WORDS.get(act, act)


def entry_hash(previous: str, n: int, at: str, *said: str) -> str:
    """Return the SHA-256, in hex, over the hash before, number, instant and what was said.

    ``said`` is person, act, subject and detail, in this order.
    """
    text = json.dumps([previous, n, at, *said], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def verify(entries: Iterable[AuditEntry]) -> int | None:
    """Return the number of the first entry that is not what was written, or None.

    Entries come in order from the first; a gap, a swap or a change shows at its place.
    """
    previous, expected = GENESIS, 1
    for entry in entries:
        said = (entry.person, entry.act, entry.subject, entry.detail)
        right = entry_hash(previous, expected, entry.at, *said)
        if (entry.n, entry.previous, entry.hash) != (expected, previous, right):
            return expected
        previous, expected = entry.hash, expected + 1
    return None
