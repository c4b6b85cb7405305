"""The nouns: frozen values, no behaviour that needs disk, clock, network or screen.

户 household, 共同生活的家庭成员 (counted) member, 法定义务人 obligor, 申报 declaration,
部门数据 register record, 比对差异 discrepancy, 入户核查 visit, 家庭经济状况 economic status,
认定 determination, 文书 paper, 留痕 audit entry. Codes and their words: ``codes``.
"""
