"""Legal answers to the differences of 户籍 (HJ01–HJ14)."""

from collections.abc import Mapping

from caseworker_app.rules.comparison.answer import (
    Answers,
    cleared,
    counted,
    exempt,
    harmless,
    refuted,
)

ANSWERS: Mapping[str, Answers] = {
    "HJ01": (
        counted(
            "dead", "查实死亡，次月起停发或减员", "N22-1.3", "死亡医学证明、火化证、户口注销证明"
        ),
        refuted("alive", "本人健在，登记有误", "DBM-18", "本人见面照片、生存认证、公安更正证明"),
    ),
    "HJ02": (
        counted(
            "moved_out", "查实已迁出且不在本地生活，按规定处理", "DBM-5", "户口簿、迁移证、居住证明"
        ),
        harmless("lives_here", "户籍不在本地，仍共同生活", "DBM-5", "居住证、村居共同居住证明"),
        cleared("renumbered", "区划调整，仅代码变化", "DBM-18", "区划调整文件、户口簿"),
    ),
    "HJ03": (
        counted("lives_apart", "查实不共同生活，不计为成员", "DBM-7", "村居证明、邻里访问记录"),
        harmless(
            "lives_together",
            "户籍分立但依法为共同生活成员",
            "DBM-7",
            "结婚证、出生证、共同居住证明",
        ),
    ),
    "HJ04": (
        counted(
            "lives_together", "查实共同生活，计为成员", "DBM-7", "户口簿、入户查看、邻里访问记录"
        ),
        harmless(
            "lives_elsewhere", "另户生活，只落户（空挂）", "DBM-7", "另户居住证明、邻里访问记录"
        ),
        exempt("inside", "服刑或强制戒毒期间不计入", "DBM-7", "判决书、强制隔离戒毒决定书"),
    ),
    "HJ05": (
        counted(
            "one_household", "查实分户不分家，合并计算", "DBM-7", "灶具水电查看照片、邻里访问记录"
        ),
        cleared("real_division", "确已分家各自生活", "DBM-7", "分灶照片、分户水电户号、邻里证明"),
        exempt("severe_alone", "重残成年人依法可单独申请", "DBM-8", "残疾人证"),
    ),
    "HJ06": (
        counted(
            "status_changed", "查实婚姻状况已变，更正并重新计算", "DBM-7", "结婚证、离婚证、判决书"
        ),
        refuted("register_late", "婚姻登记或户籍信息未更新", "DBM-18", "婚姻登记机关查询结果"),
        exempt("spouse_excluded", "配偶依法不计入（服刑、失踪等）", "DBM-7", "判决书、法院宣告"),
    ),
    "HJ07": (
        counted("spouse_added", "查实结婚，配偶计为成员", "DBM-7", "结婚证、配偶授权书、收入证明"),
        exempt("spouse_excluded", "配偶服刑或服兵役，不计入", "DBM-7", "判决书、入伍通知书"),
        cleared("divorced", "已离婚", "DBM-18", "离婚证、判决书"),
    ),
    "HJ08": (
        counted("child_added", "查实，子女计为成员", "DBM-7", "出生医学证明、收养登记证"),
        harmless(
            "raised_elsewhere", "由他人抚养，不共同生活", "DBM-7", "抚养协议、判决书、村居证明"
        ),
    ),
    "HJ09": (
        counted("corrected", "申报有误，已按证件更正", "DBM-17", "身份证、户口簿"),
        harmless("former_name", "改名或异体字，确为同一人", "DBM-17", "户口簿变更页、更正证明"),
        counted("other_person", "查实不是同一人", "DBM-17", "身份证、公安证明"),
    ),
    "HJ10": (
        counted("inside", "查实在监所，期间不计为成员", "DBM-7", "判决书、强制隔离戒毒决定书"),
        cleared("released", "已释放回家，照常计入", "DBM-18", "释放证明、本人见面照片"),
        cleared(
            "at_home", "社区矫正、缓刑或保外就医，照常计入", "DBM-7", "社区矫正决定、保外就医决定"
        ),
    ),
    "HJ11": (
        counted("conscript", "查实服义务兵役，按本地规定处理", "DBM-7", "入伍通知书"),
        harmless("student_member", "本科及以下在读，仍为成员", "DBM-7", "学籍证明"),
        counted("postgraduate", "研究生在读，不当然计入", "DBM-7", "学籍证明"),
    ),
    "HJ12": (
        counted("declared_missing", "法院宣告失踪，不计为成员", "CC-40", "法院宣告失踪判决书"),
        harmless("untraceable", "失联但未经宣告，仍计入", "DBM-7", "报警回执、村居证明"),
        cleared("works_away", "在外务工，已取得联系", "DBM-7", "通话记录、务工证明"),
    ),
    "HJ13": (
        counted(
            "double", "查实两地同时享受，停一处并追回重叠月", "SAL-73", "对方发放明细、异地核对函"
        ),
        cleared("stopped", "对方已停发", "DBM-18", "对方停保证明"),
        cleared("listed_only", "仅作为义务人登记，未享受", "DBM-18", "异地核对函"),
    ),
    "HJ14": (
        counted("kin", "查实为近亲属，补办备案", "DBM-11", "近亲属备案表"),
        refuted("no_kin", "不是近亲属（同姓不等于亲属）", "DBM-11", "户籍关系证明、本人说明"),
    ),
}
