<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
  <context>
    <name>caseworker</name>
    <message>
      <extracomment>app.py</extracomment>
      <source>低保复核</source>
      <translation>Caseworker</translation>
    </message>
    <message>
      <extracomment>checks/income.py</extracomment>
      <source>年</source>
      <translation>year</translation>
    </message>
    <message>
      <extracomment>checks/income.py</extracomment>
      <source>月</source>
      <translation>month</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>{told}{found}（还没有扣除不计入部分和就业成本，推算收入另计）</source>
      <translation>{told}{found} (before parts not counted and work costs; imputed income is separate)</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>一户最多记 {MOST} 项收入</source>
      <translation>Income items per household: at most {MOST}</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>加一项收入</source>
      <translation>Add income</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>去掉本行</source>
      <translation>Remove row</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>回车向下、Tab 向右，F2 修改，可从表格软件整块粘贴 · 没有收入的成员不用填</source>
      <translation>Enter goes down, Tab right, F2 edits; blocks can be pasted from a spreadsheet · Leave out members without income</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>家庭成员新就业的，每月增收部分在规定月数内不计入家庭收入（{rule}）。</source>
      <translation>When a family member newly takes up work, the monthly increase is not counted as household income for a set number of months ({rule}).</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>收入核查</source>
      <translation>Income check</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>新就业的增收</source>
      <translation>Increase from new work</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>本行与申报一致</source>
      <translation>Row as declared</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>申报全年合计 {money}</source>
      <translation>Declared for the whole year {money}</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>，核实 {money}</source>
      <translation>, verified {money}</translation>
    </message>
    <message>
      <extracomment>checks/income_page.py</extracomment>
      <source>，核实相同</source>
      <translation>, verified the same</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>—</source>
      <translation>-</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>一致</source>
      <translation>Same</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>上次</source>
      <translation>Last time</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>与申报一致</source>
      <translation>As declared</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>与申报不同</source>
      <translation>Differs from declared</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>元/{per}</source>
      <translation>yuan/{per}</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>元/月</source>
      <translation>yuan/month</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>先填增收</source>
      <translation>Increase first</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>其中不计入</source>
      <translation>Not counted</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>去掉</source>
      <translation>Remove</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>去掉了</source>
      <translation>Removed</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>就业后每月增收</source>
      <translation>Monthly increase</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>成员</source>
      <translation>Member</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>新增</source>
      <translation>New</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>有改动</source>
      <translation>Changed</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>未申报</source>
      <translation>Undeclared</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>未申报的收入</source>
      <translation>Undeclared income</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>核实</source>
      <translation>Verified</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>没有新就业</source>
      <translation>No new work</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>现在</source>
      <translation>Now</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>申报</source>
      <translation>Declared</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>申报过，核实没有这项</source>
      <translation>Declared, not found on verification</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>第 {month} 个月，增收部分不计入</source>
      <translation>Month {month}, increase not counted</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>第 {month} 个月，已满 {months} 个月，全部计入</source>
      <translation>Month {month}, past {months} months, counted in full</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>类别</source>
      <translation>Category</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>项目</source>
      <translation>Item</translation>
    </message>
    <message>
      <extracomment>checks/income_rows.py</extracomment>
      <source>首次领工资</source>
      <translation>First wage</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>住房来源</source>
      <translation>Tenure</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>厨房</source>
      <translation>Kitchen</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>备注</source>
      <translation>Note</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>家用电器</source>
      <translation>Appliances</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>总体印象</source>
      <translation>Impression</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>房屋安全</source>
      <translation>House safety</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>房屋结构</source>
      <translation>Structure</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>照料需要</source>
      <translation>Care needed</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>用水</source>
      <translation>Water</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>粮油肉蛋</source>
      <translation>Food stocks</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>衣被</source>
      <translation>Clothes, bedding</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>装修</source>
      <translation>Decoration</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>认为好于申报的，请写明看到了什么、依据什么</source>
      <translation>If better than declared, write what you saw and on what grounds</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>门前车辆及说法</source>
      <translation>Vehicles at the door, and what was said</translation>
    </message>
    <message>
      <extracomment>checks/living.py</extracomment>
      <source>高价物品及来源</source>
      <translation>Costly items and their source</translation>
    </message>
    <message>
      <extracomment>checks/living_page.py</extracomment>
      <source>没有可不填</source>
      <translation>Leave empty if none</translation>
    </message>
    <message>
      <extracomment>checks/living_page.py</extracomment>
      <source>漏雨、渗水</source>
      <translation>Leaks, damp</translation>
    </message>
    <message>
      <extracomment>checks/living_page.py</extracomment>
      <source>看到的</source>
      <translation>What was seen</translation>
    </message>
    <message>
      <extracomment>checks/living_page.py</extracomment>
      <source>综合判断</source>
      <translation>Overall judgement</translation>
    </message>
    <message>
      <extracomment>checks/neighbours.py</extracomment>
      <source>与申报不一致</source>
      <translation>Not as declared</translation>
    </message>
    <message>
      <extracomment>checks/neighbours.py</extracomment>
      <source>说不清</source>
      <translation>Unclear</translation>
    </message>
    <message>
      <extracomment>checks/neighbours_card.py</extracomment>
      <source>与该户关系</source>
      <translation>Relation to household</translation>
    </message>
    <message>
      <extracomment>checks/neighbours_card.py</extracomment>
      <source>加一位邻里</source>
      <translation>Add neighbour</translation>
    </message>
    <message>
      <extracomment>checks/neighbours_card.py</extracomment>
      <source>反映的情况</source>
      <translation>What they said</translation>
    </message>
    <message>
      <extracomment>checks/neighbours_card.py</extracomment>
      <source>姓名（可不填）</source>
      <translation>Name (optional)</translation>
    </message>
    <message>
      <extracomment>checks/neighbours_card.py</extracomment>
      <source>没有走访邻里可不填，邻里可以不留姓名</source>
      <translation>Leave empty if no neighbours were visited; neighbours need not give their names</translation>
    </message>
    <message>
      <extracomment>checks/neighbours_card.py</extracomment>
      <source>邻里访问</source>
      <translation>Neighbour visits</translation>
    </message>
    <message>
      <extracomment>checks/neighbours_card.py</extracomment>
      <source>邻里访问 {part}</source>
      <translation>Neighbour visit: {part}</translation>
    </message>
    <message>
      <extracomment>checks/neighbours_card.py</extracomment>
      <source>邻里说法与申报</source>
      <translation>Neighbour's word against the declaration</translation>
    </message>
    <message>
      <extracomment>checks/page.py</extracomment>
      <source>三核查都无变化</source>
      <translation>No change in all</translation>
    </message>
    <message>
      <extracomment>checks/page.py</extracomment>
      <source>下一项：{word}</source>
      <translation>Next: {word}</translation>
    </message>
    <message>
      <extracomment>checks/page.py</extracomment>
      <source>本项无变化</source>
      <translation>No change here</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>{word}没有变化，已照{known}记下。</source>
      <translation>{word}: no change, recorded as in {known}.</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>三核查都没有变化，已照{known}记下，实际生活状况记为与申报一致。</source>
      <translation>No change in any check, recorded as in {known}; living conditions recorded as declared.</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>实际生活状况</source>
      <translation>Living conditions</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>支出</source>
      <translation>Expenditure</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>收入</source>
      <translation>Income</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>申报、档案和上次核查</source>
      <translation>the declaration, the file and the last check</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>申报和档案</source>
      <translation>the declaration and the file</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>财产</source>
      <translation>Property</translation>
    </message>
    <message>
      <extracomment>checks/presenter.py</extracomment>
      <source>赡养抚养扶养费</source>
      <translation>Support payments</translation>
    </message>
    <message>
      <extracomment>checks/property.py</extracomment>
      <source>住房</source>
      <translation>Dwelling</translation>
    </message>
    <message>
      <extracomment>checks/property.py</extracomment>
      <source>依说明不计入</source>
      <translation>Not counted by explanation</translation>
    </message>
    <message>
      <extracomment>checks/property.py</extracomment>
      <source>依说明计入</source>
      <translation>Counted by explanation</translation>
    </message>
    <message>
      <extracomment>checks/property.py</extracomment>
      <source>有差异待核实，暂计入</source>
      <translation>Difference to verify, counted for now</translation>
    </message>
    <message>
      <extracomment>checks/property.py</extracomment>
      <source>计入</source>
      <translation>Counted</translation>
    </message>
    <message>
      <extracomment>checks/property.py</extracomment>
      <source>非居住用房</source>
      <translation>Non-residential building</translation>
    </message>
    <message>
      <extracomment>checks/property.py</extracomment>
      <source>，占 {share}</source>
      <translation>, share {share}</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>元</source>
      <translation>yuan</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>全家货币财产</source>
      <translation>Household's money</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>存款与出资</source>
      <translation>Deposits and capital</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>房屋</source>
      <translation>Houses</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>没有房屋</source>
      <translation>No houses</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>没有车辆</source>
      <translation>No vehicles</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>申报 {money}；存款、理财、股票、商业保险、互联网账户都算</source>
      <translation>Declared {money}; deposits, wealth products, shares, commercial insurance and online accounts all count</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>申报 {money}；开办或投资企业的认缴出资</source>
      <translation>Declared {money}; capital subscribed to start or invest in a business</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>看 {what} 的差异</source>
      <translation>See the difference for {what}</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>看差异</source>
      <translation>See difference</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>认缴出资</source>
      <translation>Subscribed capital</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>购置价</source>
      <translation>Purchase price</translation>
    </message>
    <message>
      <extracomment>checks/property_page.py</extracomment>
      <source>车辆</source>
      <translation>Vehicles</translation>
    </message>
    <message>
      <extracomment>checks/reason_card.py</extracomment>
      <source>与上次核查相比</source>
      <translation>Compared with last check</translation>
    </message>
    <message>
      <extracomment>checks/reason_card.py</extracomment>
      <source>请选一个原因，会印在核查表上。</source>
      <translation>Please choose a reason; it is printed on the check form.</translation>
    </message>
    <message>
      <extracomment>checks/spending_page.py</extracomment>
      <source>{spent} · 每月可计算收入 {money}</source>
      <translation>{spent} · Countable income {money} a month</translation>
    </message>
    <message>
      <extracomment>checks/spending_page.py</extracomment>
      <source>刚性支出</source>
      <translation>Essential costs</translation>
    </message>
    <message>
      <extracomment>checks/spending_page.py</extracomment>
      <source>医疗算扣除报销后的自付部分，教育按公办学校标准</source>
      <translation>Medical: what is paid after reimbursement; education: by state-school rates</translation>
    </message>
    <message>
      <extracomment>checks/spending_page.py</extracomment>
      <source>收支对照</source>
      <translation>Income against expenditure</translation>
    </message>
    <message>
      <extracomment>checks/spending_page.py</extracomment>
      <source>每月支出 {money}（含刚性支出）</source>
      <translation>Monthly expenditure {money} (including essential expenditure)</translation>
    </message>
    <message>
      <extracomment>checks/spending_page.py</extracomment>
      <source>每月生活支出</source>
      <translation>Monthly living expenditure</translation>
    </message>
    <message>
      <extracomment>checks/spending_rows.py</extracomment>
      <source>张</source>
      <translation>pc.</translation>
    </message>
    <message>
      <extracomment>checks/spending_rows.py</extracomment>
      <source>核实 元/年</source>
      <translation>Yuan/year</translation>
    </message>
    <message>
      <extracomment>checks/spending_rows.py</extracomment>
      <source>核实 元/月</source>
      <translation>Yuan/month</translation>
    </message>
    <message>
      <extracomment>checks/spending_rows.py</extracomment>
      <source>生活支出</source>
      <translation>Living expenditure</translation>
    </message>
    <message>
      <extracomment>checks/spending_rows.py</extracomment>
      <source>票据</source>
      <translation>Slips</translation>
    </message>
    <message>
      <extracomment>checks/support.py</extracomment>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>{name}（{relation}）</source>
      <translation>{name} ({relation})</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>与档案一致</source>
      <translation>As on file</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>义务人家庭人口</source>
      <translation>Obligor's household size</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>义务人家庭月收入</source>
      <translation>Obligor's household income a month</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>人</source>
      <translation>people</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>协议或判决，每人每月</source>
      <translation>By agreement or ruling, per person a month</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>受扶养人数</source>
      <translation>People supported</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>已同意核对</source>
      <translation>Consented to the check</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>是否免除</source>
      <translation>Exemption</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>档案 {money}</source>
      <translation>File: {money}</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>档案里没有家庭以外的义务人，这一项不用填。</source>
      <translation>The file has no obligor outside the household; nothing to fill in here.</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>没有法定赡养、抚养、扶养义务人</source>
      <translation>No legal obligor for support</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>被赡养人子女数</source>
      <translation>Children of person supported</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>赡养抚养扶养 {supports} · {consent}</source>
      <translation>Supports {supports} · {consent}</translation>
    </message>
    <message>
      <extracomment>checks/support_page.py</extracomment>
      <source>还没有核对同意书</source>
      <translation>No consent to the check yet</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{age} 天前</source>
      <translation>{age} day(s) ago</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{department} {as_of}，{rest}，{end}</source>
      <translation>{department} {as_of}, {rest}, {end}</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{expires} 到期</source>
      <translation>until {expires}</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{named}：不动产登记与申报一致（{sources}）</source>
      <translation>{named}: property register agrees with the declaration ({sources})</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{named}：申报的房屋没有不动产登记记录</source>
      <translation>{named}: the declared housing has no entry in the property register</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{named}：车辆登记与申报一致（{sources}）</source>
      <translation>{named}: vehicle register agrees with the declaration ({sources})</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{names}：户籍登记与申报一致（{sources}）</source>
      <translation>{names}: household register agrees with the declaration ({sources})</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{names}：本次没有收到户籍数据，请现场核对户口簿</source>
      <translation>{names}: no household register data this time; please check the household register booklet on site</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{word}数据已于 {day} 到期删除，本项不能下结论；联网后会重新取得，也可重新导入</source>
      <translation>{word} data reached their term on {day} and were deleted, so nothing can be concluded here; they are fetched again when online, or can be imported again</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>{word}：{n} 条，与申报无不符（{sources}）</source>
      <translation>{word} ({n}): nothing at odds with the declaration ({sources})</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>已于 {expires} 过期</source>
      <translation>expired on {expires}</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>当天</source>
      <translation>today</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>无部门数据</source>
      <translation>No department data</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>申报无房产，登记也无房产</source>
      <translation>No real estate declared, none registered</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>申报无机动车，登记也无机动车</source>
      <translation>No vehicle declared, none registered</translation>
    </message>
    <message>
      <extracomment>comparison/agreed.py</extracomment>
      <source>；</source>
      <translation>; </translation>
    </message>
    <message>
      <extracomment>comparison/answer.py</extracomment>
      <source>按 {number} 选择</source>
      <translation>Press {number} to choose</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>{place} · 翻页键看上一处、下一处</source>
      <translation>{place} · Page Up, Page Down for previous, next</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>{source}，数据过旧，不能单独作为退出依据</source>
      <translation>{source}, data too old, not enough alone as grounds for ending support</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>全部差异</source>
      <translation>All differences</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>可以请家庭出示：{ask}</source>
      <translation>Papers to ask the household for: {ask}</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>回到全部差异 (Esc)</source>
      <translation>Back to all differences (Esc)</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>家庭怎么说，证明人是谁</source>
      <translation>What the household says, who can vouch for it</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>家庭说明</source>
      <translation>Household's account</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>核实结论</source>
      <translation>Conclusion</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>照目前核实的情况：{proposal}</source>
      <translation>As verified so far: {proposal}</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>现场核实</source>
      <translation>Verified on site</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>现场看到的</source>
      <translation>Seen on the spot</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>看到什么、停放在哪、谁在用</source>
      <translation>What you saw, where it is kept, who uses it</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>看到的和说的</source>
      <translation>Seen and said</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>还没有核实</source>
      <translation>Not verified yet</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>部门登记</source>
      <translation>Registered</translation>
    </message>
    <message>
      <extracomment>comparison/detail.py</extracomment>
      <source>重新待核实</source>
      <translation>Reopen</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>{written} 提请，联网送达时答复</source>
      <translation>Asked on {written}; the answer comes with an online delivery</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>不在本户名下</source>
      <translation>In another's name</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>与登记一致</source>
      <translation>Agrees with register</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>住在这里、没有申报的人</source>
      <translation>Somebody living here who is not declared</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>凭核对授权书查询</source>
      <translation>Query on signed authorisation</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>单位、店名、银行或账户</source>
      <translation>Employer, shop, bank or account</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>只记下，不查询</source>
      <translation>Note only, no query</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>号牌</source>
      <translation>Number plate</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>听说在哪里上班、开店、存款</source>
      <translation>Where they are said to work, trade or save</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>坐落，或不动产单元号</source>
      <translation>Location, or property unit number</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>如 浙A12345；看不清号牌的，写车辆识别代号</source>
      <translation>The full plate with its province character; if unreadable, the VIN</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>已提请查询</source>
      <translation>Query sent</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>已比对</source>
      <translation>Compared</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>已申报</source>
      <translation>Declared</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>已答复：{word}</source>
      <translation>Answered: {word}</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>已经有人签字，要改现场发现请先撤回签字。</source>
      <translation>Somebody has signed; withdraw the signature first to change findings.</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>未申报的人</source>
      <translation>Undeclared person</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>本户在场人同意查询</source>
      <translation>Query, household present agrees</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>本机没有数据</source>
      <translation>No data here</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>核查已封存，现场发现不能再改。</source>
      <translation>The check is sealed; findings can no longer be changed.</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>现场发现 {value}</source>
      <translation>Found on site: {value}</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>登记中有</source>
      <translation>In register</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>看到或听说的房屋、店铺</source>
      <translation>A house or shop seen or heard of</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>被查询人本人同意查询</source>
      <translation>Query, person concerned agrees</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>记下</source>
      <translation>Note</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>记下并提请查询</source>
      <translation>Note and query</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>身份号码，或姓名和出生日期</source>
      <translation>ID number, or name and date of birth</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>边写边比对申报和本机的登记数据</source>
      <translation>Compared with the declaration and the register data here as you type</translation>
    </message>
    <message>
      <extracomment>comparison/found.py</extracomment>
      <source>还不能比对</source>
      <translation>Not comparable yet</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>删去这条</source>
      <translation>Delete this</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>只查授权范围内的人；没有签过核对授权书的，须当面征得同意。下次联网送达时答复。</source>
      <translation>Only people within the authorisation are queried; anyone who has not signed one must agree in person. The answer comes with the next online delivery.</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>回车记下 · Esc 返回</source>
      <translation>Enter to note · Esc to go back</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>在哪里看到、听谁说</source>
      <translation>Where seen, who said so</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>提请办公室查询登记</source>
      <translation>Ask the office to query</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>比对和查询</source>
      <translation>Comparison and query</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>现场发现</source>
      <translation>Found on site</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>看到的情况</source>
      <translation>What was seen</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>种类</source>
      <translation>Kind</translation>
    </message>
    <message>
      <extracomment>comparison/found_editor.py</extracomment>
      <source>请先写下看到或听到的；看不全的写看得清的部分。</source>
      <translation>Please write what was seen or heard first; where it was unclear, the part you are sure of.</translation>
    </message>
    <message>
      <extracomment>comparison/found_row.py</extracomment>
      <source>和申报、登记比对</source>
      <translation>Against declaration, registers</translation>
    </message>
    <message>
      <extracomment>comparison/found_row.py</extracomment>
      <source>提请查询</source>
      <translation>Query</translation>
    </message>
    <message>
      <extracomment>comparison/found_row.py</extracomment>
      <source>现场发现 {kind} {value}</source>
      <translation>Found on site {kind} {value}</translation>
    </message>
    <message>
      <extracomment>comparison/found_row.py</extracomment>
      <source>看到、听到的</source>
      <translation>Seen, heard</translation>
    </message>
    <message>
      <extracomment>comparison/listing.py</extracomment>
      <source>↑↓ 选行 · 回车打开</source>
      <translation>↑↓ row · Enter opens</translation>
    </message>
    <message>
      <extracomment>comparison/listing.py</extracomment>
      <source>一致　{text}</source>
      <translation>Agrees: {text}</translation>
    </message>
    <message>
      <extracomment>comparison/listing.py</extracomment>
      <source>差异</source>
      <translation>Differences</translation>
    </message>
    <message>
      <extracomment>comparison/outlook.py</extracomment>
      <source>{word}，{word2}{paid}</source>
      <translation>{word}, {word2}{paid}</translation>
    </message>
    <message>
      <extracomment>comparison/outlook.py</extracomment>
      <source>选此项，建议不变</source>
      <translation>With this answer the proposal stays as it is</translation>
    </message>
    <message>
      <extracomment>comparison/outlook.py</extracomment>
      <source>选此项，建议变为：{proposal}</source>
      <translation>With this answer the proposal becomes: {proposal}</translation>
    </message>
    <message>
      <extracomment>comparison/outlook.py</extracomment>
      <source>，每月 {amount} 元</source>
      <translation>, {amount} yuan a month</translation>
    </message>
    <message>
      <extracomment>comparison/page.py</extracomment>
      <source>核实下一处</source>
      <translation>Verify next</translation>
    </message>
    <message>
      <extracomment>comparison/photos.py</extracomment>
      <source>不用选中的照片</source>
      <translation>Leave out the selected photo</translation>
    </message>
    <message>
      <extracomment>comparison/photos.py</extracomment>
      <source>也可以把照片拖到这里；选中照片按 Delete，这处差异就不再用它，照片仍在佐证里</source>
      <translation>Photos can also be dragged here; Delete takes the selected photo off this difference, it stays in the evidence</translation>
    </message>
    <message>
      <extracomment>comparison/photos.py</extracomment>
      <source>佐证照片 {caption}</source>
      <translation>Evidence photo {caption}</translation>
    </message>
    <message>
      <extracomment>comparison/photos.py</extracomment>
      <source>添加照片…</source>
      <translation>Add photo...</translation>
    </message>
    <message>
      <extracomment>comparison/photos.py</extracomment>
      <source>粘贴照片</source>
      <translation>Paste photo</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>{n} 处差异，</source>
      <translation>Differences: {n}, </translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>三项比对没有差异</source>
      <translation>No differences in the three comparisons</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>不计入</source>
      <translation>Not counted</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>供参考，不影响认定</source>
      <translation>For information, does not affect determination</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>无登记</source>
      <translation>Not registered</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>暂不计入</source>
      <translation>Not counted for now</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>暂计入</source>
      <translation>Counted for now</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>现有数据没有差异，到期删除的数据待重新取得</source>
      <translation>No differences in the data at hand; expired data still to be fetched again</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>第 {n} 处，共 {n2} 处</source>
      <translation>Difference {n} of {n2}</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>请说明，可写明理由后了结</source>
      <translation>Please explain; may be closed with a reason</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>还有 {waiting} 处待核实</source>
      <translation>{waiting} still to verify</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>都已核实</source>
      <translation>all verified</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>须先查清才能认定</source>
      <translation>To be cleared up before determination</translation>
    </message>
    <message>
      <extracomment>comparison/presenter.py</extracomment>
      <source>须说明后才能认定</source>
      <translation>To be explained before determination</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>{department} 截至 {as_of}，{rest}</source>
      <translation>{department} as of {as_of}, {rest}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>{month}月</source>
      <translation>month {month}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>{month}至{until}</source>
      <translation>{month} to {until}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>{said}{subject}：{registered}</source>
      <translation>{said}{subject}: {registered}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>{who}信息显示，</source>
      <translation>According to {who}, </translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>先查明去世日期，再核对有没有多发</source>
      <translation>Find out the date of death first, then check for overpayment</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>其余成员重新认定，金额以认定为准</source>
      <translation>Other members determined anew; the amount follows the determination</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>去世当月照发，至今没有多发的月份</source>
      <translation>The month of death is still paid; no month overpaid so far</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>已于{day}去世</source>
      <translation> died on {day}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>已去世，去世日期不明</source>
      <translation> has died, date unknown</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>已排除，提示撤回。要改回，打开这一处。</source>
      <translation>Ruled out, flag withdrawn. To change that, open the difference.</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>已撤回</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>已查实</source>
      <translation>Confirmed</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>建议{since}停发</source>
      <translation>Propose to stop payment {since}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>建议{since}其本人退出救助</source>
      <translation>Propose that the person leaves support {since}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>建议因“{kind}”作一次{word}</source>
      <translation>Propose a {word} because of "{kind}"</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>待核实</source>
      <translation>To verify</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>待进一步核实</source>
      <translation>To verify further</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>数据已到期删除</source>
      <translation>Data expired and deleted</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>本户没有其他成员，全户停发</source>
      <translation>No other members: the whole household stops</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>查清来源和收入后重新认定</source>
      <translation>Determine anew once source and income are clear</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>自{month}起</source>
      <translation>from {month}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>自去世次月起</source>
      <translation>from the month after death</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>请查 {span}有没有发过款</source>
      <translation>Check whether payments were made: {span}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed.py</extracomment>
      <source>金额以认定为准</source>
      <translation>The amount follows the determination</translation>
    </message>
    <message>
      <extracomment>comparison/proposed_card.py</extracomment>
      <source>{text}。{advice}</source>
      <translation>{text}. {advice}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed_card.py</extracomment>
      <source>事件提示</source>
      <translation>Event flags</translation>
    </message>
    <message>
      <extracomment>comparison/proposed_card.py</extracomment>
      <source>事件提示 {text}</source>
      <translation>Event flag {text}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed_card.py</extracomment>
      <source>依据</source>
      <translation>Basis</translation>
    </message>
    <message>
      <extracomment>comparison/proposed_card.py</extracomment>
      <source>依据 {proofs}</source>
      <translation>basis {proofs}</translation>
    </message>
    <message>
      <extracomment>comparison/proposed_card.py</extracomment>
      <source>回车打开，核实或排除</source>
      <translation>Enter opens, to verify or rule out</translation>
    </message>
    <message>
      <extracomment>comparison/proposed_card.py</extracomment>
      <source>影响</source>
      <translation>Effect</translation>
    </message>
    <message>
      <extracomment>comparison/proposed_card.py</extracomment>
      <source>条款</source>
      <translation>Articles</translation>
    </message>
    <message>
      <extracomment>comparison/row.py</extracomment>
      <source>{source} · 数据过旧，须再核</source>
      <translation>{source} · data too old, check again</translation>
    </message>
    <message>
      <extracomment>comparison/row.py</extracomment>
      <source>按回车核实</source>
      <translation>Enter to verify</translation>
    </message>
    <message>
      <extracomment>comparison/row.py</extracomment>
      <source>申报 {declared}</source>
      <translation>declared {declared}</translation>
    </message>
    <message>
      <extracomment>comparison/row.py</extracomment>
      <source>登记 {registered}</source>
      <translation>registered {registered}</translation>
    </message>
    <message>
      <extracomment>conflicts/point_card.py</extracomment>
      <source>{label}以哪个为准</source>
      <translation>Which stands for {label}</translation>
    </message>
    <message>
      <extracomment>conflicts/point_card.py</extracomment>
      <source>原来</source>
      <translation>Before</translation>
    </message>
    <message>
      <extracomment>conflicts/point_card.py</extracomment>
      <source>另填</source>
      <translation>Type another</translation>
    </message>
    <message>
      <extracomment>conflicts/point_card.py</extracomment>
      <source>另填的内容</source>
      <translation>Another value</translation>
    </message>
    <message>
      <extracomment>conflicts/point_card.py</extracomment>
      <source>想改成</source>
      <translation>Wanted</translation>
    </message>
    <message>
      <extracomment>conflicts/point_card.py</extracomment>
      <source>按想改成的</source>
      <translation>Take what was wanted</translation>
    </message>
    <message>
      <extracomment>conflicts/point_card.py</extracomment>
      <source>按现在的</source>
      <translation>Keep what stands</translation>
    </message>
    <message>
      <extracomment>conflicts/point_card.py</extracomment>
      <source>这一栏只填数字</source>
      <translation>Only a number can stand here</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>{head}户</source>
      <translation>Household of {head}</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>两个人改了同一处。逐处选定哪个为准，没选上的也永久留存。</source>
      <translation>Two people changed the same place. Choose for each which stands; what is not chosen is kept for ever too.</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>其他内容</source>
      <translation>Other content</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>办公室没有留存</source>
      <translation>The office has no record of it</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>另有 {n} 项随整份一起。</source>
      <translation>{n} more go with the whole.</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>对方写的理由：{reason}</source>
      <translation>The other's reason: {reason}</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>第 {at} 项，共 {n} 项</source>
      <translation>{at} of {n}</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>请先选采纳还是不采纳。</source>
      <translation>Choose first whether to take it or not.</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>请写明裁决的理由，至少 {shortest} 个字。</source>
      <translation>Write the reason for the decision, at least {shortest} characters.</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>还有 {left} 处没有选，请逐处选定。</source>
      <translation>{left} places are not chosen yet. Choose for each.</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>这一户已改由你负责，这份材料是之前的负责人在没有网络时做的。采纳后归入档案，不采纳也永久留存。</source>
      <translation>You look after this household now; this was done without a network by who did before. Taken, it is filed; left, it is kept for ever too.</translation>
    </message>
    <message>
      <extracomment>conflicts/presenter.py</extracomment>
      <source>这份材料要整份定。采纳后归入档案，不采纳也永久留存。</source>
      <translation>This is decided as a whole. Taken, it is filed; left, it is kept for ever too.</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>上一项</source>
      <translation>Previous</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>下一项</source>
      <translation>Next</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>全部按想改成的</source>
      <translation>Take all that was wanted</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>全部按现在的</source>
      <translation>Keep all that stands</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>已裁决，下次送达时生效。</source>
      <translation>Decided. It takes effect with the next delivery.</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>待裁决</source>
      <translation>To be decided</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>没有待裁决的</source>
      <translation>Nothing is to be decided</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>理由</source>
      <translation>Reason</translation>
    </message>
    <message>
      <extracomment>conflicts/sheet.py</extracomment>
      <source>裁决</source>
      <translation>Decide</translation>
    </message>
    <message>
      <extracomment>conflicts/whole_card.py</extracomment>
      <source>不采纳</source>
      <translation>Leave it</translation>
    </message>
    <message>
      <extracomment>conflicts/whole_card.py</extracomment>
      <source>这份材料写的是</source>
      <translation>What it says</translation>
    </message>
    <message>
      <extracomment>conflicts/whole_card.py</extracomment>
      <source>采纳</source>
      <translation>Take it</translation>
    </message>
    <message>
      <extracomment>conflicts/whole_card.py</extracomment>
      <source>采纳还是不采纳</source>
      <translation>Take it or leave it</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>{amount} 元</source>
      <translation>{amount} yuan</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>{kind}改得不一样</source>
      <translation>{kind} changed in two ways</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>{month}月{day}日</source>
      <translation>{month}/{day}</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>{name}　{at}</source>
      <translation>{name}  {at}</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>{name}的迟到{kind}，{day}</source>
      <translation>Late {kind} by {name}, {day}</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>上次核查</source>
      <translation>Last check</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>下次复核</source>
      <translation>Next re-verification</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>保留</source>
      <translation>Keep</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>删除</source>
      <translation>Done away with</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>处理</source>
      <translation>Handling</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>复核周期</source>
      <translation>Recheck cycle</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>户号</source>
      <translation>Booklet number</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>户籍地址</source>
      <translation>Registered address</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>扫描件</source>
      <translation>Scan</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>救助类别</source>
      <translation>Category</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>救助证号</source>
      <translation>Certificate no.</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>整份记录</source>
      <translation>The whole record</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>文书</source>
      <translation>Papers</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>文书编号</source>
      <translation>Number of the paper</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>日期</source>
      <translation>Date</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>月人均收入</source>
      <translation>Monthly income per head</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>村（社区）</source>
      <translation>Village</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>核查日期</source>
      <translation>Day of the visit</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>核查表编号</source>
      <translation>Number of the form</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>档案</source>
      <translation>File</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>每月金额</source>
      <translation>Monthly amount</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>没有</source>
      <translation>Nothing</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>认定结果</source>
      <translation>Determination</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>说明</source>
      <translation>Explanation</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>调查意见</source>
      <translation>Opinion</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>走访</source>
      <translation>visit</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>身份号码</source>
      <translation>Identity number</translation>
    </message>
    <message>
      <extracomment>conflicts/words.py</extracomment>
      <source>银行卡号后几位</source>
      <translation>Last digits of the bank card</translation>
    </message>
    <message>
      <extracomment>crash.py</extracomment>
      <source>出错报告在 {path}，不含任何住户信息，请发给技术支持。</source>
      <translation>The error report is at {path}; it holds no household data. Please send it to technical support.</translation>
    </message>
    <message>
      <extracomment>crash.py</extracomment>
      <source>出错报告没能写下（{cause}），请把这一情况告诉技术支持。</source>
      <translation>The error report could not be written ({cause}). Please tell technical support about this.</translation>
    </message>
    <message>
      <extracomment>crash.py</extracomment>
      <source>已确认的内容都已保存。{filed}可以继续使用；若再次出现，请重新打开程序。</source>
      <translation>Everything confirmed is saved. {filed} You can go on working; if it happens again, please reopen the program.</translation>
    </message>
    <message>
      <extracomment>crash.py</extracomment>
      <source>操作没有完成</source>
      <translation>Not completed</translation>
    </message>
    <message>
      <extracomment>crash.py</extracomment>
      <source>程序出错了</source>
      <translation>The program hit an error</translation>
    </message>
    <message>
      <extracomment>deadlines.py</extracomment>
      <source>{word}：{rule}</source>
      <translation>{word}: {rule}</translation>
    </message>
    <message>
      <extracomment>deadlines.py</extracomment>
      <source>余下时间不超过期限的{percent}为黄，到期当日和逾期为红。</source>
      <translation>Yellow when no more than {percent} of the time is left; red on the due day and after.</translation>
    </message>
    <message>
      <extracomment>deadlines.py</extracomment>
      <source>依据{articles}。</source>
      <translation>Basis: {articles}.</translation>
    </message>
    <message>
      <extracomment>deadlines.py</extracomment>
      <source>未定</source>
      <translation>Not set</translation>
    </message>
    <message>
      <extracomment>deadlines.py</extracomment>
      <source>未定期限</source>
      <translation>No deadline set</translation>
    </message>
    <message>
      <extracomment>delivery/page.py</extracomment>
      <source>再试一次</source>
      <translation>Try again</translation>
    </message>
    <message>
      <extracomment>delivery/page.py</extracomment>
      <source>去裁决</source>
      <translation>Decide…</translation>
    </message>
    <message>
      <extracomment>delivery/page.py</extracomment>
      <source>封存 {sealed}</source>
      <translation>Sealed {sealed}</translation>
    </message>
    <message>
      <extracomment>delivery/page.py</extracomment>
      <source>正在连接办公室…</source>
      <translation>Connecting to the office...</translation>
    </message>
    <message>
      <extracomment>delivery/page.py</extracomment>
      <source>立即送达</source>
      <translation>Deliver now</translation>
    </message>
    <message>
      <extracomment>delivery/page.py</extracomment>
      <source>送达</source>
      <translation>Delivery</translation>
    </message>
    <message>
      <extracomment>delivery/page.py</extracomment>
      <source>送达记录</source>
      <translation>Delivery log</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source> · 第 {min} 份，共 {total} 份</source>
      <translation> · {min} of {total}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{answered} 项现场发现已答复</source>
      <translation>findings answered: {answered}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{confirmed} 份已有回执</source>
      <translation>receipts: {confirmed}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{conflicts} 项与别人的修改不一致，请在这一页裁决</source>
      <translation>{conflicts} differ from somebody else's changes: decide on this page</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{count} 份已存入 {name}（{size}），请带到办公室导入。收到回执以前，它们仍只算在本机。</source>
      <translation>Stored in {name}: {count} ({size}). Take it to the office to be imported. Until the receipts are back they count as on this laptop only.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{head}户从{day}起由别人负责（{why}）。本机还有没做完或没送达的工作，送达后自动移出清单，由接手人裁决。</source>
      <translation>{head}'s household is somebody else's since {day} ({why}). Work on it here is unfinished or undelivered; once delivered it leaves the list, and who took over decides.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{n} 户已改由别人负责，移出清单：{heads}</source>
      <translation>{n} households are somebody else's now and left the list: {heads}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{n} 项等你裁决</source>
      <translation>{n} wait for your decision</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{proposed} 户有新提示，请在清单选“有提示”查看</source>
      <translation>households newly flagged: {proposed} (choose "Flagged" in the list)</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>{waiting} 份只在本机</source>
      <translation>{waiting} only on this computer</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>。</source>
      <translation>.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>上次联系 {moment}</source>
      <translation>Last contact {moment}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>共 {size}</source>
      <translation>{size} in all</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>办公室已确认收到 {confirmed} 份</source>
      <translation>confirmed by the office: {confirmed}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>办公室的备份里也有了</source>
      <translation>The office has it in a backup too</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>取回 {fetched} 项新任务和更新</source>
      <translation>new tasks and updates: {fetched}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>另有 {left} 份一包装不下，收回回执后请再存一次。</source>
      <translation> No room was left for {left} more; save again once the receipts are back.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>只列最近送达的 {listed} 份，更早的在复核清单里按户查看。</source>
      <translation>Only the {listed} delivered last are listed; find earlier ones in the worklist, household by household.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>只在本机</source>
      <translation>Only here</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>回执 {receipt}</source>
      <translation>Receipt {receipt}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>回执包里没有新内容，可能以前已经收过。</source>
      <translation>Nothing new in this answer; it may have been taken before.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>已与办公室核对，没有要送和要取的。</source>
      <translation>Checked with the office: nothing to send or fetch.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>已备份</source>
      <translation>Backed up</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>已清出，办公室有备份</source>
      <translation>Cleared out; the office has a backup</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>已送达</source>
      <translation>Delivered</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>已送达 {held} 份</source>
      <translation>Delivered: {held}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>已送达，待裁决</source>
      <translation>Delivered, to be decided</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>报给管理员：{number}，编号 {id}</source>
      <translation>Tell the administrator: {number}, id {id}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>最早的一份太大，一个送达包装不下，请联网送达。{name} 只用来取新任务。</source>
      <translation>The oldest is too large for a bundle; please deliver it over the network. {name} only fetches new tasks.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>最早的从 {moment} 等到现在</source>
      <translation>Oldest waiting since {moment}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>正在查看</source>
      <translation>Looking</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>没有新的回执</source>
      <translation>no new receipts</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>没有要送的。{name} 只用来取新任务，请带到办公室导入。</source>
      <translation>Nothing waits to be delivered. {name} only fetches what is new; take it to the office to be imported.</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>没有送成</source>
      <translation>Not delivered</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>清出 {cleared} 件办公室已有备份的</source>
      <translation>{cleared} backed-up items cleared out</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>第 {seq} 号</source>
      <translation>No. {seq}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>还没有联系过办公室</source>
      <translation>Office not contacted yet</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>送出 {sent} 份</source>
      <translation>Sent: {sent}</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>送到未入档</source>
      <translation>Arrived, not filed</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>都已送达</source>
      <translation>All delivered</translation>
    </message>
    <message>
      <extracomment>delivery/presenter.py</extracomment>
      <source>，</source>
      <translation>, </translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>{category}，{action}，每月 {amount}</source>
      <translation>{category}, {action}, {amount} a month</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>{name}（{id}）自{day}起执行</source>
      <translation>{name} ({id}) holds from {day}</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>{name}（{id}），自{day}起执行，{kept}收到</source>
      <translation>{name} ({id}), holds from {day}, received {kept}</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>{what}{whose}　{before} → {after}</source>
      <translation>{what}{whose}  {before} → {after}</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>下面各户是在新规则施行前开始的，仍按原规则办理，不用改也有效。</source>
      <translation>These households were begun before the new rules held. They go on by the rules they were begun with; nothing has to be changed.</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>取回 {files} 项规则更新</source>
      <translation>{files} updates of rules fetched</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>另有 {n} 处变动</source>
      <translation>{n} more changes</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>已有人签字，仍按原规则办理。确要改用，请先在签字一步撤回签字。</source>
      <translation>Somebody has signed: it goes on by the former rules. To change over, take the signature back first.</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>按原规则：{was}；按自{since}起执行的新规则：{becomes}</source>
      <translation>By the former rules: {was}; by the new rules that hold from {since}: {becomes}</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>改用后，核查日期改为{day}。</source>
      <translation>The day of the check then becomes {day}.</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>改用自{since}起执行的新规则，结果不变：{result}</source>
      <translation>The result stays the same by the new rules that hold from {since}: {result}</translation>
    </message>
    <message>
      <extracomment>delivery/rule_words.py</extracomment>
      <source>（{word}）</source>
      <translation> ({word})</translation>
    </message>
    <message>
      <extracomment>delivery/rules_card.py</extracomment>
      <source>改用新规则</source>
      <translation>Use the new rules</translation>
    </message>
    <message>
      <extracomment>delivery/rules_card.py</extracomment>
      <source>改用新规则：{title}</source>
      <translation>Use the new rules: {title}</translation>
    </message>
    <message>
      <extracomment>delivery/rules_card.py</extracomment>
      <source>规则更新</source>
      <translation>New rules</translation>
    </message>
    <message>
      <extracomment>delivery/stick_bar.py</extracomment>
      <source>回执包 (*.csb)</source>
      <translation>Answers (*.csb)</translation>
    </message>
    <message>
      <extracomment>delivery/stick_bar.py</extracomment>
      <source>存到U盘</source>
      <translation>Store on a stick</translation>
    </message>
    <message>
      <extracomment>delivery/stick_bar.py</extracomment>
      <source>存到U盘…</source>
      <translation>To a stick…</translation>
    </message>
    <message>
      <extracomment>delivery/stick_bar.py</extracomment>
      <source>收U盘回执…</source>
      <translation>Take answer…</translation>
    </message>
    <message>
      <extracomment>delivery/stick_bar.py</extracomment>
      <source>没有网络，也可以用U盘送：存成送达包带到办公室导入，再把回执包带回来。</source>
      <translation>Without a network a stick delivers too: store a bundle, have the office import it, bring the answer back.</translation>
    </message>
    <message>
      <extracomment>delivery/stick_bar.py</extracomment>
      <source>送达包 (*.csb)</source>
      <translation>Bundles (*.csb)</translation>
    </message>
    <message>
      <extracomment>delivery/stick_bar.py</extracomment>
      <source>送达包-{day}.csb</source>
      <translation>delivery-{day}.csb</translation>
    </message>
    <message>
      <extracomment>delivery/stick_bar.py</extracomment>
      <source>选择办公室给的回执包</source>
      <translation>Choose the office's answer</translation>
    </message>
    <message>
      <extracomment>delivery/tray.py</extracomment>
      <source>{act}：{title}</source>
      <translation>{act}: {title}</translation>
    </message>
    <message>
      <extracomment>delivery/tray.py</extracomment>
      <source>再送一次</source>
      <translation>Send again</translation>
    </message>
    <message>
      <extracomment>delivery/tray.py</extracomment>
      <source>打开这户</source>
      <translation>Open the household</translation>
    </message>
    <message>
      <extracomment>delivery/tray.py</extracomment>
      <source>没有办成的</source>
      <translation>What did not go well</translation>
    </message>
    <message>
      <extracomment>determination/again.py</extracomment>
      <source>其余相同</source>
      <translation>Rest the same</translation>
    </message>
    <message>
      <extracomment>determination/again.py</extracomment>
      <source>另有 {left} 处，多为上列各处引起。</source>
      <translation>{left} more, mostly caused by those above.</translation>
    </message>
    <message>
      <extracomment>determination/again.py</extracomment>
      <source>用封存的内容和当日的规则包再算一遍，看是否与封存时相同。</source>
      <translation>Recompute from the sealed content and that day's policy pack, to see whether the result is still the same.</translation>
    </message>
    <message>
      <extracomment>determination/again.py</extracomment>
      <source>规则包 {pack_id} · 摘要 {short_hash} · 认定日 {day}</source>
      <translation>Policy pack {pack_id} · Digest {short_hash} · Determined {day}</translation>
    </message>
    <message>
      <extracomment>determination/again_card.py</extracomment>
      <source>封存时</source>
      <translation>When sealed</translation>
    </message>
    <message>
      <extracomment>determination/again_card.py</extracomment>
      <source>封存的认定</source>
      <translation>Sealed determination</translation>
    </message>
    <message>
      <extracomment>determination/again_card.py</extracomment>
      <source>按当日规则重算</source>
      <translation>Recompute</translation>
    </message>
    <message>
      <extracomment>determination/again_card.py</extracomment>
      <source>重算为</source>
      <translation>Recomputed</translation>
    </message>
    <message>
      <extracomment>determination/ahead_card.py</extracomment>
      <source>不需要：{spared}。</source>
      <translation>Not needed: {spared}.</translation>
    </message>
    <message>
      <extracomment>determination/ahead_card.py</extracomment>
      <source>封存以后的步骤，依办理日施行的规定</source>
      <translation>Steps after sealing, by the rules in force on the day they are taken</translation>
    </message>
    <message>
      <extracomment>determination/ahead_card.py</extracomment>
      <source>接下来由谁办</source>
      <translation>Who acts next</translation>
    </message>
    <message>
      <extracomment>determination/ahead_card.py</extracomment>
      <source>第{number}步：{what}</source>
      <translation>Step {number}: {what}</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>{label}（{note}）</source>
      <translation>{label} ({note})</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>元 / 月</source>
      <translation>yuan / month</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>去{where}</source>
      <translation>Go to {where}</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>去{where}：{text}</source>
      <translation>Go to {where}: {text}</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>怎么算出来的</source>
      <translation>How it was worked out</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>收入变化原因</source>
      <translation>Reason income changed</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>点箭头看每一步的数字、条文和来源</source>
      <translation>Arrows show the figures, articles and sources of each step</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>还缺什么</source>
      <translation>Still missing</translation>
    </message>
    <message>
      <extracomment>determination/page.py</extracomment>
      <source>采用建议的意见</source>
      <translation>Use proposed opinion</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>{month}起</source>
      <translation>From {month}</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>{name} 单列户保障，每月 {money}。</source>
      <translation>{name} is supported as a single-person household, {money} a month.</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>{n} 人</source>
      <translation>{n}</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>{why}。{todo}。</source>
      <translation>{why}. {todo}.</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>{words}内</source>
      <translation>within {words}</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>{word}：{why}</source>
      <translation>{word}: {why}</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>{word}：截止 {last}（{words}）。</source>
      <translation>{word}: by {last} ({words}).</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>与现在每月 {money} 相同</source>
      <translation>Same as now, {money} a month</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>低保标准</source>
      <translation>Allowance standard</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>依规定计算</source>
      <translation>by the rules</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>共同生活人口</source>
      <translation>Members</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>再行复核</source>
      <translation>re-verify</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>减少</source>
      <translation>down</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>分类施保</source>
      <translation>Category top-up</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>增加</source>
      <translation>up</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>家人就业增收</source>
      <translation>Family member took up work</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>家庭年收入</source>
      <translation>Annual income</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>差额</source>
      <translation>Shortfall</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>已多发 {money}，另行办理。</source>
      <translation>Overpaid: {money}, handled separately.</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>扣除刚性支出后</source>
      <translation>After essential expenditure</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>无</source>
      <translation>None</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>月人均</source>
      <translation>monthly per head</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>每人每月</source>
      <translation>a head a month</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>每月</source>
      <translation>a month</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>渐退至 {month}，期满后{after}。</source>
      <translation>Phase-out until {month}, then: {after}.</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>照料护理</source>
      <translation>Care</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>现在每月 {money}，{more} {money2}</source>
      <translation>Now {money} a month, {more} {money2}</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>请同时看看临时救助、医疗救助等其他帮助是否适用。</source>
      <translation>Please also see whether temporary, medical or other assistance applies.</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>降低或停止保障前，须先书面告知事实、理由和依据，听取家庭陈述申辩（{article}）。今天的签字不代替告知。</source>
      <translation>Before support is lowered or stopped, the facts, reasons and grounds must be given in writing and the household heard ({article}). Today's signatures do not replace that notice.</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>（{article}）</source>
      <translation> ({article})</translation>
    </message>
    <message>
      <extracomment>determination/presenter.py</extracomment>
      <source>（{cited}）</source>
      <translation> ({cited})</translation>
    </message>
    <message>
      <extracomment>determination/tree.py</extracomment>
      <source>{label} 的依据</source>
      <translation>Basis of {label}</translation>
    </message>
    <message>
      <extracomment>evidence/desk.py</extracomment>
      <source>佐证</source>
      <translation>Evidence</translation>
    </message>
    <message>
      <extracomment>evidence/desk.py</extracomment>
      <source>佐证 · {count} 张新照片</source>
      <translation>Evidence · {count} new</translation>
    </message>
    <message>
      <extracomment>evidence/desk.py</extracomment>
      <source>佐证 · 缺 {lacking} 样</source>
      <translation>Evidence · {lacking} missing</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>{name}同意录音，录音开头已说明并得到同意</source>
      <translation>{name} agreed to be recorded; this was explained and agreed at the start</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>为了不在电脑上留下没有加密的副本，这里不播放；要听请写明原因后导出</source>
      <translation>Not played here, so that no unencrypted copy stays on this computer; to listen, give a reason and export it</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>从文件选取</source>
      <translation>From file</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>位置 北纬 {north:.5f}°，东经 {east:.5f}°</source>
      <translation>Location: {north:.5f}° N, {east:.5f}° E</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>原件 {size}</source>
      <translation>original {size}</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>手机文件夹</source>
      <translation>Phone folder</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>拍摄 {taken}</source>
      <translation>Taken {taken}</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>收下 {taken}</source>
      <translation>Received {taken}</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>校验码 {part}</source>
      <translation>Checksum: {part}</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>相机 {device}</source>
      <translation>Camera: {device}</translation>
    </message>
    <message>
      <extracomment>evidence/facts.py</extracomment>
      <source>粘贴</source>
      <translation>Paste</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>{by} {written}撤下：{reason}</source>
      <translation>Withdrawn by {by}, {written}: {reason}</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>{n} 样最好有</source>
      <translation>{n} desirable missing</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>不是入户当天（{day}）拍的，请核对相机时间或重拍</source>
      <translation>Not taken on the day of the visit ({day}): check the camera's clock or take it again</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>不是当天拍的</source>
      <translation>Other day</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>其他照片</source>
      <translation>Other photos</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>别处用过</source>
      <translation>Used elsewhere</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>另一户（{twin}）</source>
      <translation>another household ({twin})</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>同一张照片在{where}用过，请核对是不是拿错了</source>
      <translation>The same photo was used for {where}: check that it is the right one</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>家庭成员</source>
      <translation>Family</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>差异的佐证</source>
      <translation>On differences</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>已撤下</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>录音</source>
      <translation>Recording</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>必拍</source>
      <translation>Required</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>捺印</source>
      <translation>Fingerprint</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>捺印 {place_name} {title}</source>
      <translation>Fingerprint: {place_name} {title}</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>最好有</source>
      <translation>Desirable</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>本户以前的核查</source>
      <translation>an earlier check of this household</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>枚</source>
      <translation>print(s)</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>段</source>
      <translation>clip(s)</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>照片</source>
      <translation>Photo</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>第一见证人</source>
      <translation>Witness 1</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>第一调查人</source>
      <translation>Investigator 1</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>第二见证人</source>
      <translation>Witness 2</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>第二调查人</source>
      <translation>Investigator 2</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>缺</source>
      <translation>Missing</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>要拍的</source>
      <translation>To photograph</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>要拍的都有了</source>
      <translation>nothing missing</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>还没有佐证</source>
      <translation>No evidence yet</translation>
    </message>
    <message>
      <extracomment>evidence/presenter.py</extracomment>
      <source>还缺 {must} 样必拍</source>
      <translation>{must} required missing</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>关于哪一处</source>
      <translation>On what</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>关于哪一处差异</source>
      <translation>On which difference</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>只为有争议的一处录音。开录先说明用途、问“同意录音吗”，听到“同意”再往下谈；不同意就不录，改为文字记录。</source>
      <translation>Record only what is disputed. Start by saying what it is for and ask "Do you agree to be recorded?"; go on only after a "yes". If they do not agree, do not record; write it down instead.</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>如：谈车辆转卖经过</source>
      <translation>E.g. how the vehicle was sold on</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>录音 ({names})</source>
      <translation>Recordings ({names})</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>录音一开头就说明了用途，并听得到对方同意</source>
      <translation>The recording starts by saying what it is for, and the consent can be heard</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>录音内容</source>
      <translation>What was said</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>手机或录音笔录的 M4A、MP3、WAV、AMR，不超过 15 MB</source>
      <translation>M4A, MP3, WAV or AMR from a phone or recorder, up to 15 MB</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>收下录音</source>
      <translation>Add recording</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>添加录音</source>
      <translation>Add recording</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>谁同意录音</source>
      <translation>Who agreed to be recorded</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>选择录音</source>
      <translation>Choose recording</translation>
    </message>
    <message>
      <extracomment>evidence/recording.py</extracomment>
      <source>选择录音文件…</source>
      <translation>Choose recording...</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>导出佐证</source>
      <translation>Export evidence</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>导出的原因</source>
      <translation>Reason for export</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>导出的文件没有加密，谁都能打开。用完请删除。导出的人、时间和原因都会留痕。</source>
      <translation>The exported file is not encrypted; anyone can open it. Please delete it after use. Who exported it, when and why is logged.</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>导出这件佐证？</source>
      <translation>Export this evidence?</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>已导出到 {file}，并已留痕</source>
      <translation>Exported to {file} and logged</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>已收下录音，只存在加密的资料里。请删掉手机里的那份。</source>
      <translation>Recording taken in, kept only in the encrypted data. Please delete the copy on the phone.</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>录音只用于有争议的差异，本户没有差异，不用录音。</source>
      <translation>Recordings are only for disputed differences; this household has none, so none is needed.</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>手机把照片存到哪个文件夹</source>
      <translation>Folder where the phone's photos are saved</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>手机照片文件夹…</source>
      <translation>Phone photo folder...</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>撤下</source>
      <translation>Withdraw</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>撤下后不再作为依据，也不打印；原件和撤下的原因都留在记录里，一起送达。</source>
      <translation>Once withdrawn it no longer counts as evidence and is not printed; the original and the reason stay in the record and are delivered with it.</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>撤下的原因</source>
      <translation>Reason for withdrawal</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>撤下这件佐证？</source>
      <translation>Withdraw this evidence?</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>添加录音…</source>
      <translation>Add recording...</translation>
    </message>
    <message>
      <extracomment>evidence/sheet.py</extracomment>
      <source>选择存放位置…</source>
      <translation>Choose location...</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>{count} 张是 HEIC 格式，读不了。苹果手机在“设置—相机—格式”里选“兼容性最佳”后重拍，或用微信不勾“原图”发过来。</source>
      <translation>HEIC photos that cannot be read: {count}. On an iPhone choose "Most Compatible" under Settings &gt; Camera &gt; Formats and take them again, or send them by WeChat without ticking "Full Image".</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>全部收下</source>
      <translation>Take all</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>手机照片 {name}</source>
      <translation>Phone photo {name}</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>手机照片文件夹里还没有新照片{waiting}</source>
      <translation>No new photos in the phone's folder yet{waiting}</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>手机里有 {n} 张新照片{waiting}</source>
      <translation>New photos on the phone: {n}{waiting}</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>换文件夹…</source>
      <translation>Change folder...</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>文件夹 {folder}</source>
      <translation>Folder {folder}</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>正在看手机照片文件夹…</source>
      <translation>Looking in the phone's photo folder...</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>点一下就收进“{target}”</source>
      <translation>Click one to file it under "{target}"</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>看不到手机照片</source>
      <translation>Phone photos cannot be seen</translation>
    </message>
    <message>
      <extracomment>evidence/strip.py</extracomment>
      <source>，{waiting} 张还在传</source>
      <translation>, still arriving: {waiting}</translation>
    </message>
    <message>
      <extracomment>evidence/taking.py</extracomment>
      <source>剪贴板里的图片太大，超过 4000 万像素。请缩小后再粘贴。</source>
      <translation>The picture on the clipboard is too large, over 40 million pixels. Please make it smaller and paste again.</translation>
    </message>
    <message>
      <extracomment>evidence/taking.py</extracomment>
      <source>已收下照片，只存在加密的资料里</source>
      <translation>Photo taken in, kept only in the encrypted data</translation>
    </message>
    <message>
      <extracomment>evidence/taking.py</extracomment>
      <source>已收下，但另一户（{twin}）用过同一张照片，请核对是不是拿错了</source>
      <translation>Taken in, but another household ({twin}) used the same photo: check that it is the right one</translation>
    </message>
    <message>
      <extracomment>evidence/taking.py</extracomment>
      <source>已收下，但本户以前的核查用过同一张照片，请核对是不是拿错了</source>
      <translation>Taken in, but an earlier check of this household used the same photo: check that it is the right one</translation>
    </message>
    <message>
      <extracomment>evidence/taking.py</extracomment>
      <source>照片 ({names})</source>
      <translation>Photos ({names})</translation>
    </message>
    <message>
      <extracomment>evidence/taking.py</extracomment>
      <source>这张照片本次核查已经收下过，没有再收一份</source>
      <translation>This photo was already taken in for this check; no second copy was added</translation>
    </message>
    <message>
      <extracomment>evidence/taking.py</extracomment>
      <source>这里收 JPG、PNG 照片。录音请在“佐证”里选“添加录音”。</source>
      <translation>JPG and PNG photos go here. For a recording, choose "Add recording" in "Evidence".</translation>
    </message>
    <message>
      <extracomment>evidence/taking.py</extracomment>
      <source>选择照片</source>
      <translation>Choose photos</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>写明拍到了什么</source>
      <translation>What the photo shows</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>右转</source>
      <translation>Turn right</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>回到全部</source>
      <translation>Back to all</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>大图</source>
      <translation>Enlarge</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>导出…</source>
      <translation>Export...</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>左转</source>
      <translation>Turn left</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>归到</source>
      <translation>File under</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>恢复</source>
      <translation>Restore</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>拖到这里，或按 Ctrl+V 粘贴，或从手机照片里点选</source>
      <translation>Drag a photo here, paste with Ctrl+V, or pick one from the phone photos</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>撤下…</source>
      <translation>Withdraw...</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>没有拍</source>
      <translation>Not taken</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>照片说明</source>
      <translation>Caption</translation>
    </message>
    <message>
      <extracomment>evidence/viewer.py</extracomment>
      <source>选照片…</source>
      <translation>Choose photos...</translation>
    </message>
    <message>
      <extracomment>faces.py</extracomment>
      <source>{word}色 {text}</source>
      <translation>{word} {text}</translation>
    </message>
    <message>
      <extracomment>faces.py</extracomment>
      <source>行</source>
      <translation>row(s)</translation>
    </message>
    <message>
      <extracomment>genuine/binding.py</extracomment>
      <source>没有查验</source>
      <translation>Not checked</translation>
    </message>
    <message>
      <extracomment>genuine/drop.py</extracomment>
      <source>选择要验真的文书</source>
      <translation>Choose papers to verify</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>{count} 份文件，{genuine} 份真实未改动</source>
      <translation>{count} files, {genuine} genuine and unchanged</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>{name}（{unit}）</source>
      <translation>{name} ({unit})</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>{name}：{verdict}</source>
      <translation>{name}: {verdict}</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>不是 PDF 文件</source>
      <translation>Not a PDF</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>不认识的签章</source>
      <translation>Seal not known here</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>与本机记录一致。</source>
      <translation>Agrees with the record on this laptop.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>与本机记录不一致</source>
      <translation>Differs from the record on this laptop</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>只能查验 PDF 文书。请换一个文件。</source>
      <translation>Only papers as PDF can be checked. Choose another file.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章上写的是：{who}（未经确认）</source>
      <translation>The seal says: {who} (not confirmed)</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章人：{who}</source>
      <translation>Sealed by: {who}</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章以后没有改动，但不是本系统封的，是谁封的无法确认。请向出具单位核实。</source>
      <translation>Unchanged since it was sealed, but by another program than this: who sealed it cannot be confirmed. Ask whoever issued it.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章以后没有改动，但封章的电脑当时没有在本单位登记，是谁封的，这里无法确认。请拿到出具文书的电脑上查验；那台电脑登记并送达以后，也可请管理员在服务器上查验。</source>
      <translation>Unchanged since it was sealed, but the laptop that sealed it was not enrolled with this office then: who sealed it cannot be confirmed here. Check it on the laptop that issued it; once that laptop is enrolled and has delivered, the administrator can also check it on the server.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章以后，文件里又加了东西。请不要使用，向出具单位要原件。</source>
      <translation>Something was added after it was sealed. Do not use it; ask whoever issued it for the original.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章以后，文件里的内容变过。请不要使用，向出具单位要原件。</source>
      <translation>Its content was changed after it was sealed. Do not use it; ask whoever issued it for the original.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章或文件已残缺，读不出来。请不要使用，向出具单位要原件。</source>
      <translation>The seal or the file is broken and cannot be read. Do not use it; ask whoever issued it for the original.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章时间晚于收讫时间，封章的电脑当时时间不准，以收讫时间为准。</source>
      <translation>Sealed later than received: the clock of the laptop was wrong; go by the time of receipt.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>封章时间：{when}</source>
      <translation>Sealed: {when}</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>已被改动</source>
      <translation>Changed</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>打不开，无法判断真假。请向给文件的人重新要一份。</source>
      <translation>It cannot be opened, so nobody can tell whether it is genuine. Ask whoever gave it to you for another copy.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>文书编号：{number}</source>
      <translation>Number of the paper: {number}</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>文件已损坏</source>
      <translation>The file is damaged</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>无法判断真假。请要带电子封章的原件，或用纸上的二维码核对。</source>
      <translation>Nobody can tell whether it is genuine. Ask for the sealed original, or check the QR code on the paper.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>服务器收讫：{when}</source>
      <translation>Received by the server: {when}</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>本机存有这个编号的文书，内容与此不同，请以本机记录为准。</source>
      <translation>This laptop has another paper under this number; go by the record on this laptop.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>本机存有这份文书的原件，可以重新打印。</source>
      <translation>The original of this paper is on this laptop and can be printed again.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>本机没有这份文书的记录，以上按封章判断。</source>
      <translation>This laptop has no record of this paper; the above is judged by the seal.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>没有电子封章</source>
      <translation>No seal</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>真实，未改动</source>
      <translation>Genuine, unchanged</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>练习文书，不能当真</source>
      <translation>A practice paper, not a real one</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>这是别的系统的电子封章，这里读不懂，无法判断真假。请用封章单位提供的方法查验，或向出具单位核实。</source>
      <translation>This is the electronic seal of another system. It cannot be read here, so nothing can be said of it. Check it the way whoever sealed it says, or ask whoever issued it.</translation>
    </message>
    <message>
      <extracomment>genuine/presenter.py</extracomment>
      <source>这是练习时生成的，内容虚构，不能作为依据。</source>
      <translation>Made while practising; its content is invented and proves nothing.</translation>
    </message>
    <message>
      <extracomment>help/page.py</extracomment>
      <source>{title}　{line}</source>
      <translation>{title}  {line}</translation>
    </message>
    <message>
      <extracomment>help/page.py</extracomment>
      <source>上一页</source>
      <translation>Back</translation>
    </message>
    <message>
      <extracomment>help/page.py</extracomment>
      <source>在帮助里找</source>
      <translation>Search the help</translation>
    </message>
    <message>
      <extracomment>help/page.py</extracomment>
      <source>帮助</source>
      <translation>Help</translation>
    </message>
    <message>
      <extracomment>help/page.py</extracomment>
      <source>帮助内容</source>
      <translation>Help text</translation>
    </message>
    <message>
      <extracomment>help/page.py</extracomment>
      <source>帮助：{title}</source>
      <translation>Help: {title}</translation>
    </message>
    <message>
      <extracomment>help/page.py</extracomment>
      <source>没有找到。换个词试试，或看目录。</source>
      <translation>Nothing found. Try another word, or see the contents.</translation>
    </message>
    <message>
      <extracomment>help/page.py</extracomment>
      <source>目录</source>
      <translation>Contents</translation>
    </message>
    <message>
      <extracomment>help/presenter.py</extracomment>
      <source>…</source>
      <translation>...</translation>
    </message>
    <message>
      <extracomment>household/change_card.py</extracomment>
      <source>回车打开，补填或撤销</source>
      <translation>Enter opens, to complete or undo</translation>
    </message>
    <message>
      <extracomment>household/change_card.py</extracomment>
      <source>家庭变化</source>
      <translation>Household changes</translation>
    </message>
    <message>
      <extracomment>household/change_card.py</extracomment>
      <source>家庭变化 {what}</source>
      <translation>Household change {what}</translation>
    </message>
    <message>
      <extracomment>household/change_card.py</extracomment>
      <source>已记</source>
      <translation>Recorded</translation>
    </message>
    <message>
      <extracomment>household/change_card.py</extracomment>
      <source>待补</source>
      <translation>To complete</translation>
    </message>
    <message>
      <extracomment>household/change_flow.py</extracomment>
      <source>并户</source>
      <translation>Merge</translation>
    </message>
    <message>
      <extracomment>household/change_flow.py</extracomment>
      <source>接着办理户主变更</source>
      <translation>Go on to change of head</translation>
    </message>
    <message>
      <extracomment>household/change_flow.py</extracomment>
      <source>记好了</source>
      <translation>Done</translation>
    </message>
    <message>
      <extracomment>household/change_flow.py</extracomment>
      <source>请先选定并进来的户，并填好并户日期。</source>
      <translation>Please first choose the household that joins, and fill in the date of merger.</translation>
    </message>
    <message>
      <extracomment>household/change_flow.py</extracomment>
      <source>返回家庭</source>
      <translation>Back to household</translation>
    </message>
    <message>
      <extracomment>household/change_flow.py</extracomment>
      <source>这项变化已撤销，恢复到记录之前；留痕里查得到。</source>
      <translation>This change has been undone, back to what stood before it; the trail keeps it.</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>个月</source>
      <translation>months</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>从本户存款中分走的</source>
      <translation>Split off from this household's deposits</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>对方每月给子女的抚养费</source>
      <translation>Child support from the other parent, a month</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>带走的存款</source>
      <translation>Deposits taken along</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>提醒和依据</source>
      <translation>Reminders and legal basis</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>撤销这项变化</source>
      <translation>Undo this change</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>新户现住址</source>
      <translation>New household's address</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>新户电话</source>
      <translation>New household's phone</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>新户的户主</source>
      <translation>New household's head</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>死亡次月起已发</source>
      <translation>Paid after month of death</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>照登记填好：{source}，请当面核实</source>
      <translation>Filled in from the register: {source}; please verify in person</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>登记里已经有的材料不必再要；没有材料的，在这里写明原因</source>
      <translation>Do not ask for papers the register already has; where there are none, write why here</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>看过的材料（可多选）</source>
      <translation>Papers seen (one or more)</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>约定或判决的，没有就空着</source>
      <translation>As agreed or ruled; leave empty if none</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>返回家庭 (Esc)</source>
      <translation>Back to household (Esc)</translation>
    </message>
    <message>
      <extracomment>household/change_form.py</extracomment>
      <source>随填随存 · Esc 返回</source>
      <translation>Saved as you type · Esc: back</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>{name} 与新户主的关系</source>
      <translation>{name}: relation to new head</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>与户主关系</source>
      <translation>Relation to head</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>与新户主的关系（请逐人核对）</source>
      <translation>Relation to new head (please check one by one)</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>从业状况</source>
      <translation>Work status</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>公民身份号码</source>
      <translation>Citizen ID number</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>哪一户并进来</source>
      <translation>Which household joins</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>姓名、拼音首字母、身份号码后几位、证号或地址</source>
      <translation>Name, pinyin initials, last digits of ID, certificate number or address</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>并进来 {text}</source>
      <translation>Merge in {text}</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>并进来的是：{other}</source>
      <translation>Joining: {other}</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>查找</source>
      <translation>Find</translation>
    </message>
    <message>
      <extracomment>household/change_parts.py</extracomment>
      <source>没有找到。请换姓名、证号或地址再查。</source>
      <translation>Nothing found. Please try another name, certificate number or address.</translation>
    </message>
    <message>
      <extracomment>household/change_start.py</extracomment>
      <source>回车照登记填好，再问家里核实</source>
      <translation>Enter fills in from the register; then verify with the family</translation>
    </message>
    <message>
      <extracomment>household/change_start.py</extracomment>
      <source>家庭变化 {word}</source>
      <translation>Household change: {word}</translation>
    </message>
    <message>
      <extracomment>household/change_start.py</extracomment>
      <source>家里发生了什么变化</source>
      <translation>What has changed in the household</translation>
    </message>
    <message>
      <extracomment>household/change_start.py</extracomment>
      <source>按按钮上的键选择 · Esc 返回</source>
      <translation>Press the key on a button to choose · Esc: back</translation>
    </message>
    <message>
      <extracomment>household/change_start.py</extracomment>
      <source>登记提示</source>
      <translation>Register hints</translation>
    </message>
    <message>
      <extracomment>household/change_start.py</extracomment>
      <source>登记提示 {text}</source>
      <translation>Register hint: {text}</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>入伍日期</source>
      <translation>Date of enlistment</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>入学日期</source>
      <translation>Date of starting school</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>出生日期</source>
      <translation>Date of birth</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>分户日期</source>
      <translation>Date of split</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>变了样</source>
      <translation>Something changed</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>变更日期</source>
      <translation>Date of change</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>哪位成年子女独立生活</source>
      <translation>Which adult child lives independently</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>回来的日期</source>
      <translation>Date of return</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>失踪或宣告日期</source>
      <translation>Date missing or declared missing</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>就读</source>
      <translation>Schooling</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>并户日期</source>
      <translation>Date of merger</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>开始共同生活的日期</source>
      <translation>Date living together began</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>情形</source>
      <translation>Circumstances</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>收养登记日期</source>
      <translation>Date adoption was registered</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>新户主是谁</source>
      <translation>Who is the new head</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>来了人</source>
      <translation>Someone came</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>死亡日期</source>
      <translation>Date of death</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>法院是否宣告</source>
      <translation>Declared by a court</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>独立生活的日期</source>
      <translation>Date of living independently</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>离婚后谁离开本户</source>
      <translation>Who leaves the household after the divorce</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>离婚生效日期</source>
      <translation>Date divorce took effect</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>结婚登记日期</source>
      <translation>Date marriage was registered</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>谁</source>
      <translation>Who</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>谁下落不明</source>
      <translation>Whose whereabouts are unknown</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>谁入学了</source>
      <translation>Who started school</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>谁分出去（可多选）</source>
      <translation>Who splits off (one or more)</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>谁去世了</source>
      <translation>Who died</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>谁参军了</source>
      <translation>Who joined the army</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>谁回来了</source>
      <translation>Who came back</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>谁迁出了</source>
      <translation>Who moved out</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>走了人</source>
      <translation>Someone left</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>起始日期</source>
      <translation>Start date</translation>
    </message>
    <message>
      <extracomment>household/change_view.py</extracomment>
      <source>迁出日期</source>
      <translation>Date of moving out</translation>
    </message>
    <message>
      <extracomment>household/changing.py</extracomment>
      <source>{members} 人</source>
      <translation>{members} in all</translation>
    </message>
    <message>
      <extracomment>household/changing.py</extracomment>
      <source>{word}（{names}）</source>
      <translation>{word} ({names})</translation>
    </message>
    <message>
      <extracomment>household/changing.py</extracomment>
      <source>后来又记了{told}，请先撤销它，再撤销这一项。</source>
      <translation>Recorded later: {told}; please undo that first, then this one.</translation>
    </message>
    <message>
      <extracomment>household/changing.py</extracomment>
      <source>这项变化是三比对查实的，请到三比对撤回结论，名单随即恢复。</source>
      <translation>This change was confirmed by comparison; withdraw the conclusion in Comparison and the list is restored at once.</translation>
    </message>
    <message>
      <extracomment>household/changing.py</extracomment>
      <source>选定并进来的户、填好日期，再按“并户”</source>
      <translation>Choose the household that joins, fill in the date, then press "Merge"</translation>
    </message>
    <message>
      <extracomment>household/changing.py</extracomment>
      <source>选定是谁，这里就显示影响</source>
      <translation>Choose who it is; the effects then show here</translation>
    </message>
    <message>
      <extracomment>household/changing.py</extracomment>
      <source>那一户同时转入结束核查，历史都保留</source>
      <translation>That household also moves on to a closing check; all history is kept</translation>
    </message>
    <message>
      <extracomment>household/changing.py</extracomment>
      <source>（不在名单上）</source>
      <translation> (not on the list)</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>{n} 项不能</source>
      <translation>Cannot do {n}</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>无或无能力</source>
      <translation>None or unable</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>有能力</source>
      <translation>Able to support</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>残疾</source>
      <translation>Disability</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>残疾证号</source>
      <translation>Certificate no.</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>法定义务人</source>
      <translation>Obligor</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>生活自理</source>
      <translation>Self-care</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>能自理</source>
      <translation>Able</translation>
    </message>
    <message>
      <extracomment>household/condition.py</extracomment>
      <source>重大疾病</source>
      <translation>Serious illness</translation>
    </message>
    <message>
      <extracomment>household/condition_card.py</extracomment>
      <source>可填汉字、代码或拼音首字母，如肢体二级填 42 或 ztej；残疾证号在选定残疾后填写</source>
      <translation>Type words or a code, such as 42 for Physical 2; fill in the disability certificate number once a disability is chosen</translation>
    </message>
    <message>
      <extracomment>household/condition_card.py</extracomment>
      <source>吃饭、穿衣、上下床、如厕、室内行走、洗澡六项</source>
      <translation>six activities: eating, dressing, getting in and out of bed, using the toilet, walking indoors and bathing</translation>
    </message>
    <message>
      <extracomment>household/condition_card.py</extracomment>
      <source>成员情况</source>
      <translation>Member details</translation>
    </message>
    <message>
      <extracomment>household/condition_card.py</extracomment>
      <source>成年无业的重度残疾成员按单人户申请</source>
      <translation>Severely disabled adult member without work applies as a one-person household</translation>
    </message>
    <message>
      <extracomment>household/condition_card.py</extracomment>
      <source>生活自理指{six}（{article}）；按单人户申请见{rule}。</source>
      <translation>Self-care means {six} ({article}); for applying as a one-person household see {rule}.</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>{changed}每月 {amount} 元 → {amount2} 元</source>
      <translation>{changed}{amount} yuan → {amount2} yuan a month</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>{word} → {word2}，</source>
      <translation>{word} → {word2}, </translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>{word}，每月 {amount} 元不变</source>
      <translation>{word}, {amount} yuan a month, unchanged</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>两户住址相同：请分别看灶具和水电表，防止分户不分家</source>
      <translation>Both households have the same address: look at stoves and at water and power meters separately, in case the split is on paper only</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>仍计入共同生活的家庭成员</source>
      <translation>Still counted as a family member living together</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>发生已超过{within}个月才报告，按规定批评教育（{articles}）</source>
      <translation>Reported more than {within} months after it happened; to be admonished and instructed under the rules ({articles})</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>填了死亡日期，才知道从哪个月起不计</source>
      <translation>Fill in the date of death to know from which month the person is not counted</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>复核和调整须在 {day} 前办完</source>
      <translation>Re-verification and adjustment must be finished by {day}</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>夫妻无论户籍在哪、是否分户，都要合并计算（{article}）</source>
      <translation>Spouses are always counted together, wherever registered and whether or not split ({article})</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>封存本户时另立新户档案并开始新户的核查；新户按新申请认定</source>
      <translation>Sealing this household opens a file and a check for the new household; the new household is determined as a new application</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>成年人加入，须补签核对授权书后才能查询其登记（{article}）</source>
      <translation>An adult joins: a signed authorisation for the check is needed before registers can be queried ({article})</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>户主已不在户内，请接着办理户主变更</source>
      <translation>The head is no longer in the household; please go on to change of head</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>新户主未满{age}周岁，请在说明里写明监护人</source>
      <translation>The new head is under {age}; please name the guardian in the explanation</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>死亡次月起已发 {months} 个月，多发 {amount} 元，须追回</source>
      <translation>Months paid from the month after the death: {months}; {amount} yuan overpaid, to be recovered</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>自{since}起不计（死亡次月）</source>
      <translation>Not counted from {since} (the month after the death)</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>自{since}起按新的人口发放（作出决定的次月）</source>
      <translation>Paid by the new number of people from {since} (the month after the decision)</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>自{since}起由新户主领取，原户主留在名单上</source>
      <translation>The new head draws it from {since}; the former head stays on the list</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>计入人数 {old} 人 → {new} 人</source>
      <translation>People counted: {old} → {new}</translation>
    </message>
    <message>
      <extracomment>household/effects.py</extracomment>
      <source>计入人数 {old} 人不变</source>
      <translation>People counted: {old}, unchanged</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{day}起任户主</source>
      <translation>Head from {day}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{day}，{month}起</source>
      <translation>{day}, from {month}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{head}户（{number}）并入，{value}</source>
      <translation>Household of {head} ({number}) merged in, {value}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{month}起 {count} 人</source>
      <translation>{count} from {month}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{said}，{since}起{rest}</source>
      <translation>{said}, from {since}: {rest}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{said}，日期待填</source>
      <translation>{said}, date to fill in</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{said}：{about}</source>
      <translation>{said}: {about}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{who}分出</source>
      <translation>{who} split off</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>{who}分出，新户户主{head}</source>
      <translation>{who} split off, new head {head}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>三比对已查实</source>
      <translation>Confirmed by comparison</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>不计</source>
      <translation>Not counted</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>接任户主，日期待填</source>
      <translation>New head, date to fill in</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>日期待填</source>
      <translation>Date to fill in</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>未取名</source>
      <translation>Not named yet</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>本户并入{head}户（{number}）</source>
      <translation>This household merged into that of {head} ({number})</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>没有新增的人</source>
      <translation>nobody added</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>登记：{source}</source>
      <translation>Register: {source}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>看过{seen}</source>
      <translation>Seen: {seen}</translation>
    </message>
    <message>
      <extracomment>household/history.py</extracomment>
      <source>计入人数：到{month} {before} 人，{since}</source>
      <translation>People counted: {before} up to {month}, {since}</translation>
    </message>
    <message>
      <extracomment>household/newcomer.py</extracomment>
      <source>{head}户（{number}）的{name}</source>
      <translation>{name} in the household of {head} ({number})</translation>
    </message>
    <message>
      <extracomment>household/newcomer.py</extracomment>
      <source>{sex}，{born}生，{age} 岁</source>
      <translation>{sex}, born {born}, aged {age}</translation>
    </message>
    <message>
      <extracomment>household/newcomer.py</extracomment>
      <source>女</source>
      <translation>Female</translation>
    </message>
    <message>
      <extracomment>household/newcomer.py</extracomment>
      <source>已输 {n} 位，共 18 位</source>
      <translation>Digits typed: {n} of 18</translation>
    </message>
    <message>
      <extracomment>household/newcomer.py</extracomment>
      <source>男</source>
      <translation>Male</translation>
    </message>
    <message>
      <extracomment>household/newcomer.py</extracomment>
      <source>还没有号码的新生儿可以先空着</source>
      <translation>May stay empty for a newborn without a number</translation>
    </message>
    <message>
      <extracomment>household/newcomer.py</extracomment>
      <source>这个号码已在别户名单上：{homes}。请核对，防止重复享受</source>
      <translation>This number is on another household's list: {homes}. Please check, to prevent double benefits</translation>
    </message>
    <message>
      <extracomment>household/newcomer.py</extracomment>
      <source>这个号码是本户成员{here}的，不能再加一次</source>
      <translation>This number belongs to {here} of this household and cannot be added again</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>乡镇（街道）工作人员</source>
      <translation>Township (street) staff</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>今天的调查人（至少 2 人）</source>
      <translation>Today's investigators (at least 2)</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>全部见到</source>
      <translation>Mark all met</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>加入</source>
      <translation>Add</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>另一名调查人姓名</source>
      <translation>Name of another investigator</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>名单上没有的同行人，填姓名后回车</source>
      <translation>Companion not on the list: type the name, then Enter</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>核查类型</source>
      <translation>Type of check</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>核查类型与联系</source>
      <translation>Type of check and contact</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>现住址</source>
      <translation>Address</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>联系电话</source>
      <translation>Phone</translation>
    </message>
    <message>
      <extracomment>household/page.py</extracomment>
      <source>（本人）</source>
      <translation> (you)</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>{name}的从业状况是按年龄推定的，请问清后改正。</source>
      <translation>The work status of {name} was presumed from age; please ask and correct it.</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>{word}，共同生活</source>
      <translation>{word}, living together</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>不符合共同生活条件</source>
      <translation>Does not meet the conditions for living together</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>入户调查至少 2 人，现在 {n} 人（{rule}）。</source>
      <translation>A home visit takes at least 2 people; so far: {n} ({rule}).</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>共同生活 {counted} 人，见到 {met} 人</source>
      <translation>Living together: {counted}, met: {met}</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>已备案的近亲属家庭：须由县级民政部门入户（{article}）。</source>
      <translation>Household of a recorded close relative: the county civil affairs department must make the home visit ({article}).</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>未成年{word}</source>
      <translation>{word}, under age</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>本户{file}。两份档案互相关联，原户的历史都在原档。</source>
      <translation>This household was {file}. The two files are linked; the former household's history is all in its own file.</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>由{head}户分出</source>
      <translation>split off from the household of {head}</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>至少 1 人须是乡镇（街道）工作人员（{rule}）。</source>
      <translation>At least 1 person must be township (street) staff ({rule}).</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>还没见到 {names}。没见到的人，请在生活状况的备注里写明去向。</source>
      <translation>Not met yet: {names}. Please write in the note on living conditions where those not met are.</translation>
    </message>
    <message>
      <extracomment>household/presenter.py</extracomment>
      <source>配偶，户籍不在一处也计入</source>
      <translation>Spouse, counted even if registered elsewhere</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>yyyy年M月d日</source>
      <translation>yyyy-M-d</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>{age} 岁</source>
      <translation>Aged {age}</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>{name} 从业状况</source>
      <translation>{name}: work status</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>{name} 在场并签字</source>
      <translation>{name} is present and signs</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>{name} 是否计入共同生活</source>
      <translation>{name}: whether counted as living together</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>{name} 未就业原因</source>
      <translation>{name}: reason for not working</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>{name} 死亡日期</source>
      <translation>{name}: date of death</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>{name} 死亡次月起已发</source>
      <translation>{name}: paid after month of death</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>{name} 连续拒绝介绍工作</source>
      <translation>{name}: job offers refused in a row</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>个月死后已发</source>
      <translation>months paid after</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>今天见到 {name}</source>
      <translation>Met {name} today</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>在场签字</source>
      <translation>Present, signs</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>次拒绝介绍的工作</source>
      <translation>job offers refused</translation>
    </message>
    <message>
      <extracomment>household/row.py</extracomment>
      <source>见到</source>
      <translation>Met</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>{word} · {department} · 截至 {day}</source>
      <translation>{word} · {department} · as of {day}</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>{word}第 {position} 行</source>
      <translation>{word}, row {position}</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>名单</source>
      <translation>List</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>名单上的人</source>
      <translation>Name in list</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>名单上的号码</source>
      <translation>Number in list</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>名单第 {position} 行</source>
      <translation>List row {position}</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>已认定：{row}是 {name}（{number}）。</source>
      <translation>Decided: {row} is {name} ({number}).</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>已认定：{row}都不是本机各户的人。</source>
      <translation>Decided: {row} is nobody in the households here.</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>待认领</source>
      <translation>To claim</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>是此人</source>
      <translation>This person</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>都不是</source>
      <translation>None of them</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>（没有号码）</source>
      <translation>(no number)</translation>
    </message>
    <message>
      <extracomment>lists/claims.py</extracomment>
      <source>（没有姓名）</source>
      <translation>(no name)</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>↑↓ 换行 · 1 2 是此人 · 0 都不是</source>
      <translation>↑↓ row · 1 2 this person · 0 none of them</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>号码不全、又与本机的人相像的行会排在这里，由人认定。</source>
      <translation>Rows with an incomplete number that resemble people here queue up for someone to decide.</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>名单上的这一行</source>
      <translation>Row in the list</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>已认定</source>
      <translation>Decided</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>撤回 Ctrl+Z</source>
      <translation>Undo Ctrl+Z</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>撤回认定 Ctrl+Z</source>
      <translation>Take back Ctrl+Z</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>档案里的人</source>
      <translation>People on file</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>没有待认领的行</source>
      <translation>No rows to claim</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>看哪些</source>
      <translation>Which to show</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>认定已撤回，这一条回到待认领。</source>
      <translation>Decision taken back; the row is to be claimed again.</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>还没有认定过</source>
      <translation>Nothing decided yet</translation>
    </message>
    <message>
      <extracomment>lists/claims_page.py</extracomment>
      <source>都不是 0</source>
      <translation>None of them 0</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>{heading} 作为哪一项</source>
      <translation>Use {heading} as</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>{heading}（必填）</source>
      <translation>{heading} (required)</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>↑↓ 换列 · 回车选字段</source>
      <translation>↑↓ column · Enter picks field</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>　</source>
      <translation>  </translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>不用</source>
      <translation>Not used</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>不用这一列</source>
      <translation>Do not use</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>作为哪一项</source>
      <translation>Used as</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>共 {n} 列，用到 {used} 列</source>
      <translation>Columns: {n}, used: {used}</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>内容如 {names}</source>
      <translation>Content such as {names}</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>名单的各列</source>
      <translation>Columns of the list</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>名单里没有：{names}</source>
      <translation>Not in the list: {names}</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>头几行的内容</source>
      <translation>First rows</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>已对上</source>
      <translation>Matched</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>还缺必填项：{names}。请指给相应的列。</source>
      <translation>Required items missing: {names}. Please assign columns to them.</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>部门的列名</source>
      <translation>Department's heading</translation>
    </message>
    <message>
      <extracomment>lists/columns_page.py</extracomment>
      <source>（空）</source>
      <translation>(empty)</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>可用 .xlsx、.xls、.ods、.csv 文件，一次一份。名单留在原处，不会改动。</source>
      <translation>.xlsx, .xls, .ods or .csv, one file at a time. The list stays where it is, unchanged.</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>名单 ({names})</source>
      <translation>Lists ({names})</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>名单文件</source>
      <translation>List file</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>把部门发来的名单拖到这里，或选择文件</source>
      <translation>Drag the department's list here, or choose a file</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>换一份</source>
      <translation>Change file</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>正在打开 {name}</source>
      <translation>Opening {name}</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>正在查看表头和头几行</source>
      <translation>Looking at headings and first rows</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>选择文件</source>
      <translation>Choose file</translation>
    </message>
    <message>
      <extracomment>lists/drop_zone.py</extracomment>
      <source>选择部门名单</source>
      <translation>Choose department list</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>从表头看不出来，请选一种</source>
      <translation>Not clear from the headings, please choose</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>写进每条数据的来源</source>
      <translation>Written into the source of each row</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>另有工作表“{named}”也像名单，没有读，请另存后再导入</source>
      <translation>Also looks like a list: "{named}", not read; save it as a file of its own to import it</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>名单种类</source>
      <translation>Kind of list</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>工作表“{sheet}”</source>
      <translation>Sheet "{sheet}"</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>按您填的日期</source>
      <translation>The date you entered</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>按表头认出，可以改</source>
      <translation>Recognised by its headings, can be changed</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>提供的部门</source>
      <translation>Department</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>数据截至</source>
      <translation>Data as of</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>约 {max:,} 行</source>
      <translation>About {max:,} rows</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>表头在第 {heading_row} 行，{n} 列</source>
      <translation>Headings in row {heading_row}, columns: {n}</translation>
    </message>
    <message>
      <extracomment>lists/file_page.py</extracomment>
      <source>这是什么名单</source>
      <translation>What list is this?</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>{kept:,} 行</source>
      <translation>Rows: {kept:,}</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>{named}归到 {households} 户的 {kept:,} 行会全部撤回</source>
      <translation>{named}: all assigned rows will be taken back (rows: {kept:,}, households: {households})</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>{named}没有导完，已读的部分会全部清除。各户的数据不受影响。</source>
      <translation>{named}: import unfinished. What was read will be cleared. The data of households are not affected.</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>{shown} {n} 户的核查已封存，封存的记录以这份名单为据，不能撤销。数据有误的，请导入部门更正后的名单。</source>
      <translation>{shown} (sealed checks: {n}): the sealed records rest on this list, so it cannot be undone. If the data are wrong, import the department's corrected list.</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>{word} {count:,} 行</source>
      <translation>{word}: {count:,}</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>{word}（{department}，截至 {day}）</source>
      <translation>{word} ({department}, as of {day})</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>。被它替换的旧数据恢复使用，这些户重新比对。撤销记入日志，之后可以重新导入。</source>
      <translation>. The old data it replaced come back into use and these households are compared again. The undoing is logged; the list can be imported again later.</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>与本机无关</source>
      <translation>Not ours</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>共导入 {n} 次，在用 {used} 次</source>
      <translation>Imports: {n}, in use: {used}</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>其余</source>
      <translation>Rest</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>在用</source>
      <translation>In use</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>导入</source>
      <translation>Import</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>导入时间</source>
      <translation>Imported</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>已撤销</source>
      <translation>Undone</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>归户</source>
      <translation>Assigned</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>待认领的 {queued:,} 条连同已作的认定一并撤回</source>
      <translation>along with the rows to claim ({queued:,}) and the decisions made on them</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>所属户已封存</source>
      <translation>Household sealed</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>文件</source>
      <translation>File</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>文件校验</source>
      <translation>File digest</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>没有导完</source>
      <translation>Unfinished</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>状态</source>
      <translation>Status</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>等</source>
      <translation> and others</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>退回</source>
      <translation>Returned</translation>
    </message>
    <message>
      <extracomment>lists/history.py</extracomment>
      <source>部门</source>
      <translation>Department</translation>
    </message>
    <message>
      <extracomment>lists/history_page.py</extracomment>
      <source>{word}的这次导入已整份撤销。</source>
      <translation>{word}: this import has been undone.</translation>
    </message>
    <message>
      <extracomment>lists/history_page.py</extracomment>
      <source>导入的每一份名单都会记在这里，可以整份撤销。</source>
      <translation>Every list imported is noted here and can be undone as a whole.</translation>
    </message>
    <message>
      <extracomment>lists/history_page.py</extracomment>
      <source>导入记录</source>
      <translation>Import log</translation>
    </message>
    <message>
      <extracomment>lists/history_page.py</extracomment>
      <source>撤销导入</source>
      <translation>Undo import</translation>
    </message>
    <message>
      <extracomment>lists/history_page.py</extracomment>
      <source>整份撤销</source>
      <translation>Undo import</translation>
    </message>
    <message>
      <extracomment>lists/history_page.py</extracomment>
      <source>整份撤销这次导入？</source>
      <translation>Undo this whole import?</translation>
    </message>
    <message>
      <extracomment>lists/history_page.py</extracomment>
      <source>还没有导入过名单</source>
      <translation>No list imported yet</translation>
    </message>
    <message>
      <extracomment>lists/page.py</extracomment>
      <source>看什么</source>
      <translation>What to show</translation>
    </message>
    <message>
      <extracomment>lists/page.py</extracomment>
      <source>部门数据</source>
      <translation>Registers</translation>
    </message>
    <message>
      <extracomment>lists/person_card.py</extracomment>
      <source>是此人 {digit}</source>
      <translation>This person {digit}</translation>
    </message>
    <message>
      <extracomment>lists/person_card.py</extracomment>
      <source>是此人：{name}</source>
      <translation>This person: {name}</translation>
    </message>
    <message>
      <extracomment>lists/person_card.py</extracomment>
      <source>档案中的 {name}</source>
      <translation>On file: {name}</translation>
    </message>
    <message>
      <extracomment>lists/presenter.py</extracomment>
      <source>在用 {n} 份名单 · 最近一份 {word}，截至 {day}</source>
      <translation>Lists in use: {n} · latest {word}, as of {day}</translation>
    </message>
    <message>
      <extracomment>lists/presenter.py</extracomment>
      <source>导入名单</source>
      <translation>Import list</translation>
    </message>
    <message>
      <extracomment>lists/presenter.py</extracomment>
      <source>导入部门发来的名单，只留下本机各户的数据</source>
      <translation>Import departments' lists; only the data of households here are kept</translation>
    </message>
    <message>
      <extracomment>lists/result_page.py</extracomment>
      <source>↑↓ 选户 · 回车看比对</source>
      <translation>↑↓ household · Enter opens comparison</translation>
    </message>
    <message>
      <extracomment>lists/result_page.py</extracomment>
      <source>仍再导一次</source>
      <translation>Import again</translation>
    </message>
    <message>
      <extracomment>lists/result_page.py</extracomment>
      <source>保存退回件</source>
      <translation>Save returns</translation>
    </message>
    <message>
      <extracomment>lists/result_page.py</extracomment>
      <source>去认领</source>
      <translation>Claim</translation>
    </message>
    <message>
      <extracomment>lists/result_page.py</extracomment>
      <source>去认领 {queued} 条</source>
      <translation>Claim ({queued})</translation>
    </message>
    <message>
      <extracomment>lists/result_page.py</extracomment>
      <source>新发现的差异</source>
      <translation>New differences</translation>
    </message>
    <message>
      <extracomment>lists/running.py</extracomment>
      <source>停止</source>
      <translation>Stop</translation>
    </message>
    <message>
      <extracomment>lists/running.py</extracomment>
      <source>已读 {done:,} 行{of}</source>
      <translation>Rows read: {done:,}{of}</translation>
    </message>
    <message>
      <extracomment>lists/running.py</extracomment>
      <source>正在停止</source>
      <translation>Stopping</translation>
    </message>
    <message>
      <extracomment>lists/running.py</extracomment>
      <source>正在打开名单</source>
      <translation>Opening the list</translation>
    </message>
    <message>
      <extracomment>lists/running.py</extracomment>
      <source>，约 {total:,} 行</source>
      <translation> of about {total:,}</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>{reason}（{count:,} 处）</source>
      <translation>{reason} ({count:,})</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>{word}（{department}）已导入</source>
      <translation>{word} ({department}) imported</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>“{heading}”{value}：</source>
      <translation>"{heading}"{value}: </translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>“{value}”</source>
      <translation> "{value}"</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>与本机各户无关</source>
      <translation>Not our households</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>内容</source>
      <translation>Content</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>列</source>
      <translation>Column</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>发还部门改正</source>
      <translation>For department to correct</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>名单共有</source>
      <translation>In the list</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>归到本机的户</source>
      <translation>Assigned here</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>户主</source>
      <translation>Head</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>数据截至 {day}，可用到 {day2}，到期自动清除</source>
      <translation>Data as of {day}, usable until {day2}, then cleared automatically</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>整行</source>
      <translation>Whole row</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>新差异</source>
      <translation>New differences</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>村社</source>
      <translation>Village</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>没有留下</source>
      <translation>Not kept</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>涉及 {households} 户</source>
      <translation>Households: {households}</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>第 {part} 行　</source>
      <translation>Row {part}  </translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>第 {row} 行 {what}{reason}。</source>
      <translation>Row {row}: {what}{reason}.</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>行号</source>
      <translation>Row no.</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>要人认定</source>
      <translation>Someone must decide</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>要退回</source>
      <translation>To return</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>这份名单已在 {when} 导入过，没有重复收。本机有新分来的户时，可以再导一次。</source>
      <translation>This list was already imported on {when} and was not taken in twice. If households are newly assigned to this computer, it can be imported again.</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>退回原因</source>
      <translation>Reason returned</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>，{n} 户有新的差异</source>
      <translation>, households with new differences: {n}</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>，{proposed} 户新有提示（清单里选“有提示”）</source>
      <translation>, newly flagged: {proposed} (choose "Flagged" in the list)</translation>
    </message>
    <message>
      <extracomment>lists/trial.py</extracomment>
      <source>，没有新的差异</source>
      <translation>, no new differences</translation>
    </message>
    <message>
      <extracomment>lists/trial_page.py</extracomment>
      <source>看哪些行</source>
      <translation>Which rows to show</translation>
    </message>
    <message>
      <extracomment>lists/trial_page.py</extracomment>
      <source>要退回的行</source>
      <translation>Rows to return</translation>
    </message>
    <message>
      <extracomment>lists/trial_page.py</extracomment>
      <source>要退回的行 {refused:,}</source>
      <translation>Rows to return {refused:,}</translation>
    </message>
    <message>
      <extracomment>lists/trial_page.py</extracomment>
      <source>读懂的头 {n} 行</source>
      <translation>First rows read: {n}</translation>
    </message>
    <message>
      <extracomment>lists/trial_page.py</extracomment>
      <source>读懂的头几行</source>
      <translation>First rows read</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>从表头看不出是什么名单，请选一种。</source>
      <translation>Not clear from the headings what list this is; please choose.</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>再导一份</source>
      <translation>Import another</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>可收 {n:,}{back}</source>
      <translation>To take in: {n:,}{back}</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>各列都认得，可以直接试读。</source>
      <translation>All columns are recognised; you can go straight to the trial read.</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>名单里没有本机各户的人，导入只记下查过这份名单。</source>
      <translation>Nobody in the list belongs to the households here; importing only notes that it was checked.</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>对列</source>
      <translation>Match columns</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>归户 {kept:,}</source>
      <translation>Assigned {kept:,}</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>没有一行可以收下，请先把退回的行发还部门。</source>
      <translation>No row can be taken in; please send the returned rows back to the department first.</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>用到 {used} 列</source>
      <translation>Columns used: {used}</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>缺 {lacking} 项必填</source>
      <translation>Required missing: {lacking}</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>试读</source>
      <translation>Trial read</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>试读没有留下任何数据。</source>
      <translation>The trial read kept no data.</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>请填写提供名单的部门。</source>
      <translation>Please enter the department that provided the list.</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>还缺必填项：{names}。</source>
      <translation>Required items missing: {names}.</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>选名单</source>
      <translation>Choose list</translation>
    </message>
    <message>
      <extracomment>lists/wizard.py</extracomment>
      <source>，退回 {refused:,}</source>
      <translation>, returned {refused:,}</translation>
    </message>
    <message>
      <extracomment>lists/wizard_page.py</extracomment>
      <source>{rows:,} 行已写到 {name}，可以发还部门改正。</source>
      <translation>Rows written to {name}: {rows:,}. They can be sent back to the department to correct.</translation>
    </message>
    <message>
      <extracomment>lists/wizard_page.py</extracomment>
      <source>上一步</source>
      <translation>Back</translation>
    </message>
    <message>
      <extracomment>lists/wizard_page.py</extracomment>
      <source>导入步骤</source>
      <translation>Import steps</translation>
    </message>
    <message>
      <extracomment>lists/wizard_page.py</extracomment>
      <source>正在写退回件</source>
      <translation>Writing the returns</translation>
    </message>
    <message>
      <extracomment>lists/wizard_page.py</extracomment>
      <source>正在导入</source>
      <translation>Importing</translation>
    </message>
    <message>
      <extracomment>lists/wizard_page.py</extracomment>
      <source>正在逐行试读</source>
      <translation>Trial reading row by row</translation>
    </message>
    <message>
      <extracomment>lists/wizard_page.py</extracomment>
      <source>表格 (*.xlsx)</source>
      <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
      <extracomment>logind.py</extracomment>
      <source>保存并锁定</source>
      <translation>Save and lock</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>不予确认</source>
      <translation>Refuse</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>不动产登记</source>
      <translation>Real estate register</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>不符合</source>
      <translation>Not eligible</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>个人所得税</source>
      <translation>Income tax</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>中断</source>
      <translation>Interrupted</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>乡镇（街道）负责人</source>
      <translation>Head of the township (sub-district)</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>人员</source>
      <translation>Person</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>低保</source>
      <translation>Allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>低边</source>
      <translation>Marginal</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>住房公积金</source>
      <translation>Housing fund</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>入学</source>
      <translation>Starting school</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>入户未果记录</source>
      <translation>Failed visits</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>全部家庭比对</source>
      <translation>Comparison of all households</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>公用事业与消费</source>
      <translation>Utilities and spending</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>农村</source>
      <translation>Rural</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>减发</source>
      <translation>Decrease</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>出生</source>
      <translation>Birth</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>分户</source>
      <translation>Split</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>刚性支出困难家庭</source>
      <translation>Hardship by essential expenditure</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>医疗自付</source>
      <translation>Medical, own share</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>半年复核</source>
      <translation>Half-yearly check</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>单列户低保</source>
      <translation>Single-person allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>县级民政部门</source>
      <translation>County civil affairs</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>参军</source>
      <translation>Military service</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>变更核查</source>
      <translation>Check after a change</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>商业保险</source>
      <translation>Commercial insurance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>回家</source>
      <translation>Return home</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>在业</source>
      <translation>In work</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>在校</source>
      <translation>At school</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>城镇</source>
      <translation>Urban</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>基本生活</source>
      <translation>Basic living</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>增发</source>
      <translation>Increase</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>失踪</source>
      <translation>Missing</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>学籍</source>
      <translation>School rolls</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>审计人员</source>
      <translation>Auditor</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>工资性收入</source>
      <translation>Wages</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>已停止</source>
      <translation>Stopped</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>已排除</source>
      <translation>Refuted</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>已签字</source>
      <translation>Signed</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>已说明</source>
      <translation>Explained</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>市场主体</source>
      <translation>Businesses</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>市级民政部门</source>
      <translation>City civil affairs</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>年度复核</source>
      <translation>Yearly check</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>并入他户</source>
      <translation>Merged into another</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>待说明</source>
      <translation>To explain</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>待遇发放</source>
      <translation>Benefits paid</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>成年独立</source>
      <translation>Adult on their own</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>户主变更</source>
      <translation>New head</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>户籍</source>
      <translation>Household</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>户籍信息</source>
      <translation>Household register</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>房产</source>
      <translation>Real estate</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>抽查</source>
      <translation>Random check</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>支出型低保</source>
      <translation>Expenditure-based allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>收养</source>
      <translation>Adoption</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>教育</source>
      <translation>Education</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>新纳入低保</source>
      <translation>New: allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>新纳入单列户低保</source>
      <translation>New: single-person allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>新纳入支出型低保</source>
      <translation>New: expenditure-based allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>新认定低边</source>
      <translation>New: marginal</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>新认定刚性支出困难家庭</source>
      <translation>New: expenditure hardship</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>新认定特困</source>
      <translation>New: destitute</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>无劳动能力</source>
      <translation>Unable to work</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>有劳动能力未就业</source>
      <translation>Able, not working</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>未入学儿童</source>
      <translation>Below school age</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>未按规定报告变化</source>
      <translation>Change not reported</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>本人没有过错</source>
      <translation>No fault of theirs</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>本户在场人同意</source>
      <translation>Consent of the household</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>机动车登记</source>
      <translation>Motor vehicles</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>橙</source>
      <translation>Orange</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>死亡</source>
      <translation>Death</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>死亡停发</source>
      <translation>Stop after death</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>残疾人证</source>
      <translation>Disability certificates</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>残疾康复</source>
      <translation>Disability care</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>殡葬</source>
      <translation>Funerals</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>每半年复核</source>
      <translation>Half-yearly</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>每年复核</source>
      <translation>Yearly</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>比对中</source>
      <translation>Comparing</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>没有办成</source>
      <translation>Failed</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>没有另外同意</source>
      <translation>No separate consent</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>没有查询</source>
      <translation>Not queried</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>渐退</source>
      <translation>Phase-out</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>特困</source>
      <translation>Destitute</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>登记中没有</source>
      <translation>Not in register</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>社会保险</source>
      <translation>Social insurance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>离婚</source>
      <translation>Divorce</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>等待</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>系统管理员</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>红</source>
      <translation>Red</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>线索</source>
      <translation>Clues</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>线索核查</source>
      <translation>Check of a clue</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>经办差错</source>
      <translation>Office error</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>经营净收入</source>
      <translation>Net business income</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>结婚</source>
      <translation>Marriage</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>继续保障</source>
      <translation>Continue</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>蓝</source>
      <translation>Blue</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>被查询人本人同意</source>
      <translation>Consent of the person</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>调查人员</source>
      <translation>Caseworker</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>财产净收入</source>
      <translation>Net property income</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>转低保</source>
      <translation>Move to allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>转低边</source>
      <translation>Move to marginal</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>转刚性支出困难家庭</source>
      <translation>Move to expenditure hardship</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>转单列户低保</source>
      <translation>Move to single-person allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>转支出型低保</source>
      <translation>Move to expenditure-based allowance</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>转特困</source>
      <translation>Move to destitute</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>转移净收入</source>
      <translation>Net transfer income</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>迁入</source>
      <translation>Moving in</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>迁出</source>
      <translation>Moving out</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>进行中</source>
      <translation>Running</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>退休</source>
      <translation>Retired</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>送达中</source>
      <translation>Delivering</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>部分成员退出</source>
      <translation>Some members leave</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>金融资产</source>
      <translation>Financial assets</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>零工</source>
      <translation>Casual work</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>预警核查</source>
      <translation>Check of a warning</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>骗取</source>
      <translation>Fraud</translation>
    </message>
    <message>
      <extracomment>model.codes</extracomment>
      <source>黄</source>
      <translation>Yellow</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>{at}　{who}</source>
      <translation>{at}  {who}</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>{n} 份</source>
      <translation>Copies: {n}</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>作废</source>
      <translation>Make void</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>出具</source>
      <translation>Issue</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>出具人</source>
      <translation>Issuing person</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>原件</source>
      <translation>Original</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>原因</source>
      <translation>Reason</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>在出具人的电脑和办公室，要看、要印请找出具人。</source>
      <translation>On the computer of who issued it and at the office; ask them to see or print it.</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>它提到的文书已作废，这份也要重办。</source>
      <translation>The paper it names is void; this one has to be issued again too.</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>开始写</source>
      <translation>Write</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>所送达</source>
      <translation>Serves</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>打印</source>
      <translation>Print</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>收回 {n} 页</source>
      <translation>{n} page(s) on file</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>查看</source>
      <translation>Look</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>注意</source>
      <translation>Note</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>签字件</source>
      <translation>Signed copy</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>继续写</source>
      <translation>Go on writing</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>编号</source>
      <translation>Number</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>还没打印</source>
      <translation>Not printed yet</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>还没收回</source>
      <translation>Not back yet</translation>
    </message>
    <message>
      <extracomment>papers/card.py</extracomment>
      <source>这一步要用：{why}{cited}</source>
      <translation>This step asks for it: {why}{cited}</translation>
    </message>
    <message>
      <extracomment>papers/draft.py</extracomment>
      <source> 等</source>
      <translation> and more</translation>
    </message>
    <message>
      <extracomment>papers/draft.py</extracomment>
      <source>{head}　依据：{basis}</source>
      <translation>{head}  Based on: {basis}</translation>
    </message>
    <message>
      <extracomment>papers/draft.py</extracomment>
      <source>出具当天</source>
      <translation>Day of issue</translation>
    </message>
    <message>
      <extracomment>papers/draft.py</extracomment>
      <source>可以空着，印出来后手写。</source>
      <translation>May stay empty, to be written by hand on the printed paper.</translation>
    </message>
    <message>
      <extracomment>papers/draft.py</extracomment>
      <source>已按资料代填，可以改。</source>
      <translation>Filled in from the records; may be changed.</translation>
    </message>
    <message>
      <extracomment>papers/draft.py</extracomment>
      <source>还差 {n} 项：{said}{more}</source>
      <translation>Still missing ({n}): {said}{more}</translation>
    </message>
    <message>
      <extracomment>papers/draft.py</extracomment>
      <source>都填好了，可以出具。</source>
      <translation>All is filled in; it can be issued.</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>丢弃草稿…</source>
      <translation>Discard draft…</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>先看一看</source>
      <translation>Look at this first</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>再存一次</source>
      <translation>Save again</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>再看看</source>
      <translation>Look again</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>出具后编号入账，内容不能再改。写错了只能作废，重新办理一份。</source>
      <translation>Once issued it has a number and cannot be changed. A mistake can only be corrected by making it void and issuing another.</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>出具这份文书？</source>
      <translation>Issue this paper?</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>去填</source>
      <translation>Fill in</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>回到文书</source>
      <translation>Back to papers</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>大字版</source>
      <translation>Large print</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>要填写的</source>
      <translation>To be filled in</translation>
    </message>
    <message>
      <extracomment>papers/editor.py</extracomment>
      <source>还不能出具</source>
      <translation>Cannot be issued yet</translation>
    </message>
    <message>
      <extracomment>papers/editors.py</extracomment>
      <source>{name}：删去这一行</source>
      <translation>{name}: delete this row</translation>
    </message>
    <message>
      <extracomment>papers/editors.py</extracomment>
      <source>{name}：加一行</source>
      <translation>{name}: add a row</translation>
    </message>
    <message>
      <extracomment>papers/editors.py</extracomment>
      <source>一份最多 {n} 行</source>
      <translation>at most {n} rows in one paper</translation>
    </message>
    <message>
      <extracomment>papers/editors.py</extracomment>
      <source>不填</source>
      <translation>Leave empty</translation>
    </message>
    <message>
      <extracomment>papers/editors.py</extracomment>
      <source>删去这一行</source>
      <translation>Delete this row</translation>
    </message>
    <message>
      <extracomment>papers/editors.py</extracomment>
      <source>加一行</source>
      <translation>Add a row</translation>
    </message>
    <message>
      <extracomment>papers/editors.py</extracomment>
      <source>可以从表格软件里复制一片粘贴进来。</source>
      <translation>A block copied from a spreadsheet can be pasted here.</translation>
    </message>
    <message>
      <extracomment>papers/editors.py</extracomment>
      <source>如 2026-12</source>
      <translation>e.g. 2026-12</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>下一份</source>
      <translation>Next paper</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>下一份：{title}</source>
      <translation>Next: {title}</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>作废…</source>
      <translation>Make void…</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>内容已定，不能再改。写错了，作废后重新办理一份。</source>
      <translation>Its content is final. If it is wrong, make it void and issue another.</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>另存</source>
      <translation>Save as</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>另存 PDF…</source>
      <translation>Save PDF...</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>它提到的文书已作废。请作废这一份，按新的编号重办。</source>
      <translation>The paper it names is void. Make this one void and issue it again with the new number.</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>已作废的文书只供查看，不能再打印。需要的，重新办理一份。</source>
      <translation>A void paper can be read but not printed. Issue another if needed.</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>已存到 {file}</source>
      <translation>Saved to {file}</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>打印…</source>
      <translation>Print...</translation>
    </message>
    <message>
      <extracomment>papers/finished.py</extracomment>
      <source>这份文书</source>
      <translation>This paper</translation>
    </message>
    <message>
      <extracomment>papers/known_card.py</extracomment>
      <source>由资料得出，不用填</source>
      <translation>From the records; nothing to fill in</translation>
    </message>
    <message>
      <extracomment>papers/listing.py</extracomment>
      <source>{name}　{people} 人　每月 {amount} 元</source>
      <translation>{name} – {people} people – {amount} yuan a month</translation>
    </message>
    <message>
      <extracomment>papers/listing.py</extracomment>
      <source>名单上 {listed} 户，共 {all} 户可列。公示单只写姓名、人数、金额。</source>
      <translation>{listed} of {all} households are on the list. A notice shows name, number of people and amount only.</translation>
    </message>
    <message>
      <extracomment>papers/listing.py</extracomment>
      <source>本机还没有封存的核查。封存之后，这里列出可以公示的户。</source>
      <translation>No visit is sealed on this computer yet. Once one is, households that can be listed stand here.</translation>
    </message>
    <message>
      <extracomment>papers/listing.py</extracomment>
      <source>正在查看这个村（社区）的户</source>
      <translation>Looking at the households of this village</translation>
    </message>
    <message>
      <extracomment>papers/listing.py</extracomment>
      <source>法律不要求，本地要求的才列</source>
      <translation>Not asked for by law; list only where the place asks for it</translation>
    </message>
    <message>
      <extracomment>papers/listing.py</extracomment>
      <source>现在要列</source>
      <translation>To be listed now</translation>
    </message>
    <message>
      <extracomment>papers/listing.py</extracomment>
      <source>这个村（社区）没有可列的户：还没有封存，已在公示，或者公示期未满。</source>
      <translation>Nobody of this village can be listed: not sealed yet, on a notice already, or the opinion is still posted.</translation>
    </message>
    <message>
      <extracomment>papers/notice.py</extracomment>
      <source>全不选</source>
      <translation>Select none</translation>
    </message>
    <message>
      <extracomment>papers/notice.py</extracomment>
      <source>全选</source>
      <translation>Select all</translation>
    </message>
    <message>
      <extracomment>papers/notice.py</extracomment>
      <source>公示还是公布</source>
      <translation>Opinion or decision</translation>
    </message>
    <message>
      <extracomment>papers/notice.py</extracomment>
      <source>未写村社</source>
      <translation>No village given</translation>
    </message>
    <message>
      <extracomment>papers/notice.py</extracomment>
      <source>村社公示</source>
      <translation>Village notice</translation>
    </message>
    <message>
      <extracomment>papers/notice.py</extracomment>
      <source>起草公示单</source>
      <translation>Draw up the notice</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>{number} 已作废，已留痕。</source>
      <translation>{number} is void; this is on record.</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>一户一档-{number}-{head}.pdf</source>
      <translation>Household file-{number}-{head}.pdf</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>丢弃</source>
      <translation>Discard</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>丢弃这份草稿？</source>
      <translation>Discard this draft?</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>作废的原因</source>
      <translation>reason for making it void</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>作废的文书留在记录里，注明原因，不能再打印，也会报到办公室。已送达的，要另行告知。</source>
      <translation>A void paper stays on record with the reason, cannot be printed any more and is reported to the office. If it was served, the household must be told separately.</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>作废这份文书？</source>
      <translation>Make this paper void?</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>写好的内容不再保留。以后要用，可以重新写。</source>
      <translation>What was written is not kept. It can be written anew later.</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>导出一户一档</source>
      <translation>Export the household file</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>已出具，编号 {number}。有网络时会自动送到办公室。</source>
      <translation>Issued with number {number}. It goes to the office by itself once there is a network.</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>户的资料</source>
      <translation>household records</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>提到它的文书也要重办：{others}</source>
      <translation>Papers that name it have to be issued again: {others}</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>正在装订，请稍候</source>
      <translation>Binding the file, please wait</translation>
    </message>
    <message>
      <extracomment>papers/page.py</extracomment>
      <source>这份是同事出具的，原件在出具人的电脑和办公室。</source>
      <translation>A colleague issued this one; the original is on their computer and at the office.</translation>
    </message>
    <message>
      <extracomment>papers/paper_card.py</extracomment>
      <source>写哪一位</source>
      <translation>About whom</translation>
    </message>
    <message>
      <extracomment>papers/paper_card.py</extracomment>
      <source>打印空白表…</source>
      <translation>Print blank form…</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>{head}的文书</source>
      <translation>Papers of {head}</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>为何要出，或编号</source>
      <translation>Why, or number</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>全部</source>
      <translation>All</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>其他文书</source>
      <translation>Other papers</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>写了一半的文书会列在这里。</source>
      <translation>Papers half written are listed here.</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>出具的文书按日期列在这里，随时可看、可印。</source>
      <translation>Issued papers are listed here by day, to be read and printed at any time.</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>另一位，自己写</source>
      <translation>Somebody else, to be written in</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>只凭户的资料</source>
      <translation>household records only</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>同事已出</source>
      <translation>Issued by a colleague</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>在复核清单里选一户，再按“文书”。</source>
      <translation>Choose a household in the list, then press “Papers”.</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>封存的核查</source>
      <translation>sealed check</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>已作废</source>
      <translation>Void</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>已出</source>
      <translation>Issued</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>暂不能出</source>
      <translation>Not yet</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>未出</source>
      <translation>Not issued</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>正在查看这一户的文书</source>
      <translation>Looking up the papers of this household</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>没有哪种文书叫“{text}”。</source>
      <translation>No paper is called “{text}”.</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>没有找到</source>
      <translation>Nothing found</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>没有文书</source>
      <translation>No papers</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>没有草稿</source>
      <translation>No drafts</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>没有读出来</source>
      <translation>Could not be read</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>法律要求的都已出具，或者还没有封存的核查。要出别的，请看“其他文书”。</source>
      <translation>All the law asks for is issued, or there is no sealed check yet. For anything else see “Other papers”.</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>现在没有要出的文书</source>
      <translation>No paper is asked for now</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>现在要出</source>
      <translation>Asked for now</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>草稿</source>
      <translation>Draft</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>还没有出具过文书</source>
      <translation>No paper issued yet</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>还没有选户</source>
      <translation>No household chosen yet</translation>
    </message>
    <message>
      <extracomment>papers/presenter.py</extracomment>
      <source>送达{about}</source>
      <translation>Service of {about}</translation>
    </message>
    <message>
      <extracomment>papers/sheet.py</extracomment>
      <source>第 {n} 行</source>
      <translation>Row {n}</translation>
    </message>
    <message>
      <extracomment>papers/shelf.py</extracomment>
      <source>依据：{words}</source>
      <translation>Based on: {words}</translation>
    </message>
    <message>
      <extracomment>papers/shelf.py</extracomment>
      <source>只看</source>
      <translation>Show only</translation>
    </message>
    <message>
      <extracomment>papers/shelf.py</extracomment>
      <source>导出一户一档…</source>
      <translation>Household file…</translation>
    </message>
    <message>
      <extracomment>papers/shelf.py</extracomment>
      <source>文书名称、编号</source>
      <translation>Name or number of a paper</translation>
    </message>
    <message>
      <extracomment>papers/shelf.py</extracomment>
      <source>村社公示…</source>
      <translation>Village notice…</translation>
    </message>
    <message>
      <extracomment>papers/shelf.py</extracomment>
      <source>返回</source>
      <translation>Back</translation>
    </message>
    <message>
      <extracomment>papers/side.py</extracomment>
      <source>回到填写</source>
      <translation>Back to writing</translation>
    </message>
    <message>
      <extracomment>papers/side.py</extracomment>
      <source>看版面</source>
      <translation>View layout</translation>
    </message>
    <message>
      <extracomment>practice/band.py</extracomment>
      <source>离开练习</source>
      <translation>Leave practice</translation>
    </message>
    <message>
      <extracomment>practice/band.py</extracomment>
      <source>练习——数据均为虚构，不会送达</source>
      <translation>Practice: all data are made up, nothing is delivered</translation>
    </message>
    <message>
      <extracomment>practice/band.py</extracomment>
      <source>重新开始</source>
      <translation>Start over</translation>
    </message>
    <message>
      <extracomment>printing/batch.py</extracomment>
      <source>{where}-成批打印.pdf</source>
      <translation>{where}-batch.pdf</translation>
    </message>
    <message>
      <extracomment>printing/batch.py</extracomment>
      <source>今天和近期</source>
      <translation>Today and soon</translation>
    </message>
    <message>
      <extracomment>printing/batch.py</extracomment>
      <source>已存到 {file}，已记为打印。</source>
      <translation>Saved to {file} and noted as printed.</translation>
    </message>
    <message>
      <extracomment>printing/batch.py</extracomment>
      <source>所选合成一个 PDF</source>
      <translation>One PDF of the chosen</translation>
    </message>
    <message>
      <extracomment>printing/batch.py</extracomment>
      <source>正在合成 {n} 件，请稍候</source>
      <translation>Binding {n} papers, please wait</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>卡纸</source>
      <translation>paper jam</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>已停用</source>
      <translation>it is stopped</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>打印服务没有回应。请检查打印机是否开机、连接好，再打印一次；文件都在，不会丢失。</source>
      <translation>The print service does not answer. Please check that the printer is on and connected, then print again; the files are all there and will not be lost.</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>打印机“{printer}”没有接受{why}。请检查打印机，或换一台打印；文件都在，不会丢失。</source>
      <translation>The printer "{printer}" did not accept it{why}. Please check the printer, or use another one; the files are all there and will not be lost.</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>没有墨粉</source>
      <translation>no toner</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>没有连上</source>
      <translation>not connected</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>盖子没关好</source>
      <translation>a cover is open</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>缺纸</source>
      <translation>no paper</translation>
    </message>
    <message>
      <extracomment>printing/machine.py</extracomment>
      <source>（{strip}）</source>
      <translation> ({strip})</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>今天的核查表和文书</source>
      <translation>Today's check forms and papers</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>今天的核查表和文书，近期入户要带的空白表</source>
      <translation>Today's check forms and papers, and blank forms for coming home visits</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>全选空白表</source>
      <translation>Select all blank</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>回到列表</source>
      <translation>Back to list</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>在列表里点一件，这里显示它的样子。</source>
      <translation>Click one in the list to see it here.</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>已把 {done} 件交给打印机。</source>
      <translation>Sent to the printer. Papers: {done}.</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>收回扫描件…</source>
      <translation>Take back scans…</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>正在查看今天的表</source>
      <translation>Looking for today's forms</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>正在查看要打印的</source>
      <translation>Looking what is to be printed</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>要带的空白表</source>
      <translation>Blank forms to take along</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>还没选表</source>
      <translation>No form chosen</translation>
    </message>
    <message>
      <extracomment>printing/page.py</extracomment>
      <source>验真…</source>
      <translation>Verify…</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>{day}到期</source>
      <translation>Due {day}</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>{head}　{village}</source>
      <translation>{head}  {village}</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>{rest}-{head}-{title}.pdf</source>
      <translation>{rest}-{head}-{title}.pdf</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>今天到期</source>
      <translation>Due today</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>今天还没有核查表和文书，近期也没有到期的户。</source>
      <translation>No check form or paper yet today, and no household due soon.</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>从未核查</source>
      <translation>Never checked</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>先在列表里点一件，再另存。</source>
      <translation>First click one in the list, then save it.</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>入户核查表</source>
      <translation>Home visit check form</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>在列表里勾选要打印的</source>
      <translation>Tick what is to be printed in the list</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>已打印 {copies} 份</source>
      <translation>Copies printed: {copies}</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>打印 {n} 件</source>
      <translation>Print ({n})</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>正在打印</source>
      <translation>Printing</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>正在查找打印机</source>
      <translation>Looking for printers</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>正在查看今天的表，请稍候再另存。</source>
      <translation>Looking up today's forms; please save in a moment.</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>没能读出今天的表。回到这一页时会再读一次。</source>
      <translation>Today's forms could not be read. They are read again when you come back to this page.</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>空白</source>
      <translation>blank</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>空白表</source>
      <translation>blank</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>空白表只列最急的 {empty} 户，走完这些再来印后面的。</source>
      <translation>Only the {empty} most urgent empty forms are listed; print the rest once these are visited.</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>还没打印的文书</source>
      <translation>Papers not printed yet</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>这个村没有还没打印的文书，也没有户。</source>
      <translation>This village has no paper that is not printed yet, and no households.</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>这台电脑没有打印机。可以另存 PDF，拿到能打印的电脑上打印。</source>
      <translation>This computer has no printer. You can save a PDF and print it on a computer that has one.</translation>
    </message>
    <message>
      <extracomment>printing/presenter.py</extracomment>
      <source>逾期 {n} 天</source>
      <translation>Days overdue: {n}</translation>
    </message>
    <message>
      <extracomment>printing/preview.py</extracomment>
      <source>正在打开</source>
      <translation>Opening</translation>
    </message>
    <message>
      <extracomment>printing/preview.py</extracomment>
      <source>没有画出来</source>
      <translation>Could not be drawn</translation>
    </message>
    <message>
      <extracomment>printing/preview.py</extracomment>
      <source>第 {number} 页，共 {count} 页</source>
      <translation>Page {number} of {count}</translation>
    </message>
    <message>
      <extracomment>printing/preview.py</extracomment>
      <source>预览</source>
      <translation>Preview</translation>
    </message>
    <message>
      <extracomment>printing/range_bar.py</extracomment>
      <source>{village}全村</source>
      <translation>All of {village}</translation>
    </message>
    <message>
      <extracomment>printing/range_bar.py</extracomment>
      <source>大字空白表</source>
      <translation>Large empty forms</translation>
    </message>
    <message>
      <extracomment>printing/range_bar.py</extracomment>
      <source>空白表的种类</source>
      <translation>Kind of empty form</translation>
    </message>
    <message>
      <extracomment>printing/range_bar.py</extracomment>
      <source>范围</source>
      <translation>Range</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>份</source>
      <translation>set(s)</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>份数</source>
      <translation>Copies</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>单双面</source>
      <translation>Sides</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>单面</source>
      <translation>One-sided</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>双面</source>
      <translation>Two-sided</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>合成一个 PDF…</source>
      <translation>One PDF…</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>如：原件受潮</source>
      <translation>E.g. original got damp</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>打印机</source>
      <translation>Printer</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>按各表要求的份数</source>
      <translation>As many copies as each form asks for</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>系统打印设置…</source>
      <translation>System print settings...</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>这份表打印过，请写明重印的原因</source>
      <translation>This form was printed before; please give the reason for the reprint</translation>
    </message>
    <message>
      <extracomment>printing/settings.py</extracomment>
      <source>重印的原因</source>
      <translation>Reason for reprint</translation>
    </message>
    <message>
      <extracomment>rail.py</extracomment>
      <source>快捷键 {key}</source>
      <translation>Shortcut {key}</translation>
    </message>
    <message>
      <extracomment>rail.py</extracomment>
      <source>核</source>
      <translation>C</translation>
    </message>
    <message>
      <extracomment>rail.py</extracomment>
      <source>锁定</source>
      <translation>Lock</translation>
    </message>
    <message>
      <extracomment>rail.py</extracomment>
      <source>页面</source>
      <translation>Pages</translation>
    </message>
    <message>
      <extracomment>returns/assign.py</extracomment>
      <source>不属于任何文书…</source>
      <translation>Belongs to no paper…</translation>
    </message>
    <message>
      <extracomment>returns/assign.py</extracomment>
      <source>哪一户</source>
      <translation>Which household</translation>
    </message>
    <message>
      <extracomment>returns/assign.py</extracomment>
      <source>哪份文书</source>
      <translation>Which paper</translation>
    </message>
    <message>
      <extracomment>returns/assign.py</extracomment>
      <source>归档</source>
      <translation>File</translation>
    </message>
    <message>
      <extracomment>returns/assign.py</extracomment>
      <source>找到的户</source>
      <translation>Households found</translation>
    </message>
    <message>
      <extracomment>returns/binding.py</extracomment>
      <source>{head}　{village}　{number}</source>
      <translation>{head}  {village}  {number}</translation>
    </message>
    <message>
      <extracomment>returns/page_list.py</extracomment>
      <source>收回的页</source>
      <translation>Pages that came back</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>{head}　{title}</source>
      <translation>{head}  {title}</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>{name}　第 {page} 页</source>
      <translation>{name}  page {page}</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>{number}，{n} 页</source>
      <translation>{number}, {n} pages</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>{title}　{number}</source>
      <translation>{title}  {number}</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>以前收回过，这次另存一份</source>
      <translation>came back before, kept once more</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>已归档</source>
      <translation>Filed</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>归档 {n} 页</source>
      <translation>{n} pages filed</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>手写的空白表</source>
      <translation>empty form filled in by hand</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>指明这 {n} 页归到哪里</source>
      <translation>Say where these {n} pages belong</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>正在读取，还有 {n} 份文件</source>
      <translation>Reading, {n} files to go</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>空白背面 {n} 页没有列出</source>
      <translation>{n} empty backs not listed</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>认不出</source>
      <translation>Not recognised</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>认不出 {n} 页</source>
      <translation>{n} pages not recognised</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>重复</source>
      <translation>Double</translation>
    </message>
    <message>
      <extracomment>returns/presenter.py</extracomment>
      <source>重复 {n} 页</source>
      <translation>{n} pages double</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>从清单里收起，不归档也不送达；图片和原因仍留在本机的资料里。</source>
      <translation>It leaves the list and is neither filed nor delivered; picture and reason stay in the data of this laptop.</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>已归到{head}户的《{title}》。</source>
      <translation>Filed to “{title}” of the household of {head}. </translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>手机文件夹…</source>
      <translation>Phone folder…</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>扫描件 ({names})</source>
      <translation>Scans ({names})</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>把扫描好的文书拖到这里，或选择文件</source>
      <translation>Drop scanned papers here, or choose files</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>收回扫描件</source>
      <translation>Take back scans</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>收起</source>
      <translation>Put away</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>收起的原因</source>
      <translation>Reason for putting it away</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>正在读取</source>
      <translation>Loading</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>签过字的文书、手填的空白表都行，PDF、JPG、PNG、TIFF 或手机拍的照片。按纸上的二维码自动归到各户。</source>
      <translation>Signed papers and empty forms filled in by hand, as PDF, JPG, PNG, TIFF or photos of a phone. The code on the paper files each to its household.</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>这一页</source>
      <translation>This page</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>这一页不属于任何文书？</source>
      <translation>Does this page belong to no paper?</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>选择扫描件</source>
      <translation>Choose scans</translation>
    </message>
    <message>
      <extracomment>returns/sheet.py</extracomment>
      <source>选择文件…</source>
      <translation>Choose files…</translation>
    </message>
    <message>
      <extracomment>settings/binding.py</extracomment>
      <source>{day_zh}至{day_zh2}</source>
      <translation>{day_zh} to {day_zh2}</translation>
    </message>
    <message>
      <extracomment>settings/binding.py</extracomment>
      <source>{name}（{id}）</source>
      <translation>{name} ({id})</translation>
    </message>
    <message>
      <extracomment>settings/binding.py</extracomment>
      <source>办公室发布</source>
      <translation>Published by the office</translation>
    </message>
    <message>
      <extracomment>settings/binding.py</extracomment>
      <source>本机启用的文件</source>
      <translation>A file put into use here</translation>
    </message>
    <message>
      <extracomment>settings/binding.py</extracomment>
      <source>随程序提供</source>
      <translation>Shipped with the program</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>{day}　{text}</source>
      <translation>{day}  {text}</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>使用人和服务器</source>
      <translation>User and server</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>全部变动</source>
      <translation>All changes</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>关于本程序</source>
      <translation>About</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>再看一遍导览</source>
      <translation>See the tour again</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>打开数据文件夹</source>
      <translation>Open data folder</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>正在使用的规则</source>
      <translation>Rules in use</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>许可证</source>
      <translation>Licences</translation>
    </message>
    <message>
      <extracomment>settings/facts_cards.py</extracomment>
      <source>进入练习</source>
      <translation>Enter practice</translation>
    </message>
    <message>
      <extracomment>settings/licence_dialog.py</extracomment>
      <source>{name}（{used_for}）</source>
      <translation>{name} ({used_for})</translation>
    </message>
    <message>
      <extracomment>settings/licence_dialog.py</extracomment>
      <source>字体和程序库的许可证</source>
      <translation>Licences of fonts and libraries</translation>
    </message>
    <message>
      <extracomment>settings/licence_dialog.py</extracomment>
      <source>许可证内容</source>
      <translation>Licence text</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>{version}　{named}</source>
      <translation>{version}  {named}</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>二维码</source>
      <translation>QR codes</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>写出表格</source>
      <translation>Writing spreadsheets</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>加密和签名</source>
      <translation>Encryption and signatures</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>压缩</source>
      <translation>Compression</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>口令</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>图标</source>
      <translation>Icons</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>字体</source>
      <translation>Fonts</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>思源宋体 Noto Serif SC</source>
      <translation>Noto Serif SC</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>思源黑体 Noto Sans SC</source>
      <translation>Noto Sans SC</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>打印预览</source>
      <translation>Print preview</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>拼音搜索</source>
      <translation>Pinyin search</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>数据位置</source>
      <translation>Data location</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>数据加密</source>
      <translation>Data encryption</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>数据格式</source>
      <translation>Data format</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>本机数据</source>
      <translation>Local data</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>本机数据升级</source>
      <translation>Local data upgrades</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>电子封章</source>
      <translation>Seals on papers</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>窗口和界面</source>
      <translation>Windows and controls</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>花园明朝 HanaMinB</source>
      <translation>HanaMinB</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>装订档案</source>
      <translation>Household files</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>许可证见安装目录</source>
      <translation>See the installation folder for the licence</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>识别二维码</source>
      <translation>Reading QR codes</translation>
    </message>
    <message>
      <extracomment>settings/licences.py</extracomment>
      <source>读取表格</source>
      <translation>Reading spreadsheets</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>下次打开时生效；表格、通知书始终用中文</source>
      <translation>Takes effect at the next start; forms and notices are always in Chinese</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>合上盖子、休眠时也会锁定；Ctrl+L 随时锁定</source>
      <translation>Also locks when the lid is closed or the computer sleeps; Ctrl+L locks at any time</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>外观</source>
      <translation>Appearance</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>多久没有操作就锁定</source>
      <translation>Lock when idle for</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>大小</source>
      <translation>Size</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>显示和锁定</source>
      <translation>Display and lock</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>标准版</source>
      <translation>Standard</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>版式</source>
      <translation>Layout</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>界面语言 Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>选了马上看到效果，不合适可以还原</source>
      <translation>Shown at once; can be undone if it does not suit</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>长辈版</source>
      <translation>Large type</translation>
    </message>
    <message>
      <extracomment>settings/look_card.py</extracomment>
      <source>长辈版：字大、色深、一屏少些内容，图标都带文字</source>
      <translation>Large type: big letters, strong colours, less on a screen, icons always with words</translation>
    </message>
    <message>
      <extracomment>settings/page.py</extracomment>
      <source>改动随时保存在本机</source>
      <translation>Changes are saved on this computer at once</translation>
    </message>
    <message>
      <extracomment>settings/page.py</extracomment>
      <source>没有能打开文件夹的程序。位置：{folder}</source>
      <translation>No program can open folders here. Location: {folder}</translation>
    </message>
    <message>
      <extracomment>settings/page.py</extracomment>
      <source>设置</source>
      <translation>Settings</translation>
    </message>
    <message>
      <extracomment>settings/passphrase_card.py</extracomment>
      <source>一句只有您记得的话最好；不要用生日、电话</source>
      <translation>Best is a sentence only you remember; no birthdays or phone numbers</translation>
    </message>
    <message>
      <extracomment>settings/passphrase_card.py</extracomment>
      <source>再输入一次新口令</source>
      <translation>Repeat new passphrase</translation>
    </message>
    <message>
      <extracomment>settings/passphrase_card.py</extracomment>
      <source>口令已更改，下次打开请用新口令。</source>
      <translation>Passphrase changed. Use the new one next time you open the program.</translation>
    </message>
    <message>
      <extracomment>settings/passphrase_card.py</extracomment>
      <source>新口令</source>
      <translation>New passphrase</translation>
    </message>
    <message>
      <extracomment>settings/passphrase_card.py</extracomment>
      <source>更改口令</source>
      <translation>Change passphrase</translation>
    </message>
    <message>
      <extracomment>settings/passphrase_card.py</extracomment>
      <source>正在更改</source>
      <translation>Changing</translation>
    </message>
    <message>
      <extracomment>settings/passphrase_card.py</extracomment>
      <source>现在的口令</source>
      <translation>Current passphrase</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>{day_zh}起</source>
      <translation>From {day_zh}</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>{one} 分钟</source>
      <translation>{one} min</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>{pack_since}起存于本机</source>
      <translation>On this computer since {pack_since}</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>{year}年{month}月{day}日</source>
      <translation>{year}-{month}-{day}</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>不自动锁定</source>
      <translation>Never lock</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>今后的变动（{n} 处）</source>
      <translation>Changes ahead ({n})</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>今后的变动：没有</source>
      <translation>Changes ahead: none</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>使用人</source>
      <translation>User</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>单位</source>
      <translation>Unit</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>启用</source>
      <translation>In use</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>已登记</source>
      <translation>Registered</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>摘要</source>
      <translation>Digest</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>新口令和原来的一样，没有更改</source>
      <translation>The new passphrase is the same as the old one, nothing changed</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>最近联系</source>
      <translation>Last contact</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>有效期</source>
      <translation>Valid</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>服务器</source>
      <translation>Server</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>未登记，单机使用；记录都在本机</source>
      <translation>Not registered, standalone; all records are on this computer</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>本机编号</source>
      <translation>Device number</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>来源</source>
      <translation>Source</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>浅色</source>
      <translation>Light</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>深色</source>
      <translation>Dark</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>版本</source>
      <translation>Version</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>现在是{word}{shown_scale}%。保留吗？{seconds} 秒后自动还原。</source>
      <translation>Now {word}{shown_scale}%. Keep it? Goes back in {seconds} s.</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>登记后还没有送达过</source>
      <translation>Nothing delivered since registration</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>登记状态</source>
      <translation>Registration</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>练习中不连接任何服务器</source>
      <translation>Practice connects to no server</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>规则包</source>
      <translation>Rule pack</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>请输入现在用的口令</source>
      <translation>Please enter the current passphrase</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>跟随系统</source>
      <translation>Follow system</translation>
    </message>
    <message>
      <extracomment>settings/presenter.py</extracomment>
      <source>长辈版 </source>
      <translation>large type </translation>
    </message>
    <message>
      <extracomment>settings/trial_bar.py</extracomment>
      <source>还原</source>
      <translation>Undo</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>{name}的捺印</source>
      <translation>Fingerprint of {name}</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>{title} {name} 签名区</source>
      <translation>Signature area: {title} {name}</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>{who}姓名</source>
      <translation>{who}: name</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>内容有改动，请重新捺印</source>
      <translation>Changed since, new fingerprint needed</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>内容有改动，请重签</source>
      <translation>Changed since, please sign again</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>回放</source>
      <translation>Replay</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>已捺印</source>
      <translation>Fingerprint given</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>已签 {signed}</source>
      <translation>Signed {signed}</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>按了手印的，把手印的照片或扫描件放进来；也可以拖到这里</source>
      <translation>If a fingerprint was given, add its photo or scan; you can also drag it here</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>捺印 {pressed}</source>
      <translation>Fingerprint {pressed}</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>捺印…</source>
      <translation>Fingerprint...</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>撤下捺印</source>
      <translation>Withdraw fingerprint</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>撤下捺印…</source>
      <translation>Withdraw print...</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>未指定</source>
      <translation>Not named</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>确认</source>
      <translation>Confirm</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>确认签字</source>
      <translation>Confirm</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>见证人姓名</source>
      <translation>Witness's name</translation>
    </message>
    <message>
      <extracomment>signing/pad.py</extracomment>
      <source>重签</source>
      <translation>Sign again</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>另存核查表</source>
      <translation>Save check form</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>家庭成员拒绝签字</source>
      <translation>Family member refuses to sign</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>封存</source>
      <translation>Seal</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>封存后所有内容和签字都不能再改。要更正，只能说明原因另做一份。</source>
      <translation>After sealing, no content or signature can be changed. A correction means a new record, with its reason.</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>封存这次核查？</source>
      <translation>Seal this check?</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>已封存，编号 {number}。有网络时会自动送到办公室。</source>
      <translation>Sealed, number {number}. It is delivered to the office by itself once there is a network.</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>愿意签的不用填；拒绝的写明原因，再请两名见证人签字</source>
      <translation>Leave empty if they sign; if they refuse, write the reason and have two witnesses sign</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>拒绝签字的原因</source>
      <translation>Reason for refusal to sign</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>指纹 {fingerprint}</source>
      <translation>Digest {fingerprint}</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>撤下后不再算作同意，照片和撤下的原因仍留在记录里。</source>
      <translation>Once withdrawn it no longer counts as consent; the photo and the reason stay in the record.</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>撤下这枚捺印？</source>
      <translation>Withdraw this fingerprint?</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>核查表</source>
      <translation>Check form</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>核查表已存到 {file}</source>
      <translation>Check form saved to {file}</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>签字之前还要补齐</source>
      <translation>To complete before signing</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>编号 {number}</source>
      <translation>Number {number}</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>请念给家庭成员听</source>
      <translation>Read this to the family</translation>
    </message>
    <message>
      <extracomment>signing/page.py</extracomment>
      <source>选择手印的照片或扫描件</source>
      <translation>Choose a photo or scan of the fingerprint</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>{day}，{team}到{living_address}入户核查{present}。</source>
      <translation>{day}: {team} made a home visit check at {living_address}{present}.</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>与部门登记有 {n} 处不同，核实了 {settled} 处{rest}。</source>
      <translation>Differences from department registers: {n}; verified: {settled}{rest}.</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>先在“家庭”里选今天谁在场</source>
      <translation>First choose who is present today under "Household"</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>先在“家庭”里选同行的调查人</source>
      <translation>First choose the second investigator under "Household"</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>共同生活 {counted} 人，见到{met}。</source>
      <translation>Members living together: {counted}; seen: {met}.</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>填写姓名后再签</source>
      <translation>Enter the name, then sign</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>封存后不能再改，更正要另做一份</source>
      <translation>No changes after sealing; a correction means a new record</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>建议{word}：从{month}起每月 {amount}。{against}。</source>
      <translation>Proposal: {word}, {amount} a month from {month}. {against}.</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>户籍、车辆、房产与部门登记一致。</source>
      <translation>Household register, vehicles and property agree with the department registers.</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>核实的月人均收入 {income}，低保标准 {standard}。</source>
      <translation>Verified monthly income per head: {income}; allowance standard: {standard}.</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>见证人</source>
      <translation>Witness</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>调查人</source>
      <translation>Investigator</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>还差 {signatures} 个签字</source>
      <translation>Signatures missing: {signatures}</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>还有 {before} 处要先补齐</source>
      <translation>To complete first: {before}</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>这是调查人的建议，由街道（乡镇）和区县审核后决定，决定会书面通知您。</source>
      <translation>This is the investigators' proposal. The township (street) and the county decide after review, and you will be told in writing.</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>（可不签）</source>
      <translation> (optional)</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>（未签）</source>
      <translation> (not signed)</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>，{here}在场</source>
      <translation>, {here} present</translation>
    </message>
    <message>
      <extracomment>signing/presenter.py</extracomment>
      <source>，还有 {n} 处没有核实</source>
      <translation>, not yet verified: {n}</translation>
    </message>
    <message>
      <extracomment>start.py</extracomment>
      <source>有文件没有处理完</source>
      <translation>Some files were not finished</translation>
    </message>
    <message>
      <extracomment>start.py</extracomment>
      <source>正在准备练习</source>
      <translation>Preparing practice</translation>
    </message>
    <message>
      <extracomment>start.py</extracomment>
      <source>正在造一个虚构的乡镇，几秒钟就好。</source>
      <translation>Making up a township; this takes a few seconds.</translation>
    </message>
    <message>
      <extracomment>start.py</extracomment>
      <source>练习没有打开</source>
      <translation>Practice did not open</translation>
    </message>
    <message>
      <extracomment>start.py</extracomment>
      <source>练习里填过的内容会全部清掉，家庭恢复原样。</source>
      <translation>Everything entered in practice is cleared and the households go back to how they were.</translation>
    </message>
    <message>
      <extracomment>start.py</extracomment>
      <source>练习重新开始？</source>
      <translation>Start practice over?</translation>
    </message>
    <message>
      <extracomment>start.py</extracomment>
      <source>锁定时还有文件没有读完或写完。已收下、已存好的都在，其余的请打开后再做一次。</source>
      <translation>Files were still being read or written when the store was locked. Those taken in or saved are all there; please do the others again after unlocking.</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>{waiting} 份只在本机，{age}</source>
      <translation>Only on this computer: {waiting}, {age}</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>上次没有送成，请到“送达”再送一次看原因</source>
      <translation>The last delivery failed: deliver again under “Delivery” to see why</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>单机使用</source>
      <translation>Standalone</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>已联网</source>
      <translation>Online</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>最早 {days} 天前</source>
      <translation>oldest {days} day(s) ago</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>正在送达</source>
      <translation>Delivering</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>没有只在本机的记录</source>
      <translation>No records only on this computer</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>离线，有网络时自动送达</source>
      <translation>Offline, delivers once connected</translation>
    </message>
    <message>
      <extracomment>status.py</extracomment>
      <source>都是今天的</source>
      <translation>all from today</translation>
    </message>
    <message>
      <extracomment>step/editors.py</extracomment>
      <source>其他</source>
      <translation>Other</translation>
    </message>
    <message>
      <extracomment>step/editors.py</extracomment>
      <source>单位 {unit}</source>
      <translation>Unit: {unit}</translation>
    </message>
    <message>
      <extracomment>step/jumps.py</extracomment>
      <source>{named}比 {day}{verb}{share}（{moved}）</source>
      <translation>{named} since {day}: {verb}{share} ({moved})</translation>
    </message>
    <message>
      <extracomment>step/jumps.py</extracomment>
      <source>{sentence}，请选一个原因</source>
      <translation>{sentence}; please choose a reason</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>三核查</source>
      <translation>Checks</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>三比对</source>
      <translation>Comparison</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>三比对的说明</source>
      <translation>Explanations in the comparison</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>地区规则包</source>
      <translation>Local policy pack</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>家庭</source>
      <translation>Household</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>本次核查</source>
      <translation>This check</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>签字</source>
      <translation>Signing</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>认定</source>
      <translation>Determination</translation>
    </message>
    <message>
      <extracomment>step/places.py</extracomment>
      <source>财产核查</source>
      <translation>Property check</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>{category}残疾{level}级</source>
      <translation>{category} disability, grade {level}</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>{month}月{day}日 {at:%H:%M}</source>
      <translation>{month}-{day} {at:%H:%M}</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>{name}{part}级</source>
      <translation>{name} {part}</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>{year}年{month}月</source>
      <translation>{year}-{month}</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>三轮车</source>
      <translation>Tricycle</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>不在校</source>
      <translation>Not in school</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>二轮摩托车</source>
      <translation>Two-wheel motorcycle</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>全日制在校</source>
      <translation>Full-time student</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>其他房屋</source>
      <translation>Other building</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>其他车辆</source>
      <translation>Other vehicle</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>博士（全日制）</source>
      <translation>Doctorate, full-time</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>听力</source>
      <translation>Hearing</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>哺育一周岁以内婴儿</source>
      <translation>Nursing a baby under one</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>唯一照料重残、重病家人</source>
      <translation>Sole carer of severely disabled or ill relative</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>商铺</source>
      <translation>Shop</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>多重</source>
      <translation>Multiple</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>大专（全日制）</source>
      <translation>College, full-time</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>宅基地住房</source>
      <translation>House on homestead land</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>完全丧失自理能力</source>
      <translation>Fully unable to care for self</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>小学、初中</source>
      <translation>Primary, junior</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>小汽车</source>
      <translation>Car</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>微型面包车</source>
      <translation>Microvan</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>怀孕</source>
      <translation>Pregnant</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>拖拉机</source>
      <translation>Tractor</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>摩托车</source>
      <translation>Motorcycle</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>无正当理由</source>
      <translation>No good reason</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>普通二轮摩托车</source>
      <translation>Ordinary two-wheel motorcycle</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>智力</source>
      <translation>Intellectual</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>有能力时应计</source>
      <translation>Counts if able</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>有证明暂时不能劳动</source>
      <translation>Certified temporarily unfit for work</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>服刑</source>
      <translation>In prison</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>本人是低保</source>
      <translation>On allowance</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>本人是特困</source>
      <translation>On destitute support</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>本科（全日制）</source>
      <translation>Bachelor, full-time</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>残疾人代步车</source>
      <translation>Mobility vehicle for the disabled</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>毕业未满六个月</source>
      <translation>Graduated less than six months ago</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>法院宣告失踪</source>
      <translation>Declared missing by court</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>照料未入园幼儿</source>
      <translation>Carer of child not in kindergarten</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>生活能自理</source>
      <translation>Able to care for self</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>电动三轮车</source>
      <translation>Electric tricycle</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>电动自行车</source>
      <translation>Electric bicycle</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>硕士（全日制）</source>
      <translation>Master, full-time</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>精神</source>
      <translation>Mental</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>肢体</source>
      <translation>Physical</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>视力</source>
      <translation>Sight</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>言语</source>
      <translation>Speech</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>计入共同生活</source>
      <translation>Counted as living together</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>货车</source>
      <translation>Lorry</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>车位</source>
      <translation>Parking space</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>部分丧失自理能力</source>
      <translation>Partly unable to care for self</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>重残且无收入</source>
      <translation>Severely disabled, no income</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>零一二三四</source>
      <translation>01234</translation>
    </message>
    <message>
      <extracomment>step/words.py</extracomment>
      <source>高中、中职</source>
      <translation>Senior, vocational</translation>
    </message>
    <message>
      <extracomment>step/wrong.py</extracomment>
      <source>上次填的“{text}”还没有收下，请改好或清除</source>
      <translation>"{text}", typed last time, was not accepted; please correct or clear it</translation>
    </message>
    <message>
      <extracomment>today/notes_card.py</extracomment>
      <source>提醒</source>
      <translation>Reminders</translation>
    </message>
    <message>
      <extracomment>today/notes_card.py</extracomment>
      <source>没有要提醒的。</source>
      <translation>Nothing to remind you of.</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>今天</source>
      <translation>Today</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>今天要走的户</source>
      <translation>Visits today</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>回到今天要走的户</source>
      <translation>Back to today's visits</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>复核到期-{day}.ics</source>
      <translation>rechecks-due-{day}.ics</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>存为日历</source>
      <translation>Save as calendar</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>存为日历…</source>
      <translation>Save as calendar…</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>提醒 {count} 条</source>
      <translation>Reminders: {count}</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>日历 (*.ics)</source>
      <translation>Calendar (*.ics)</translation>
    </message>
    <message>
      <extracomment>today/page.py</extracomment>
      <source>正在读取今天的安排</source>
      <translation>Reading today's plan</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{asking} 户提请的查询，办公室还没有答复</source>
      <translation>Households awaiting the office's answer to a query: {asking}</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{count} 户的到期日已存到 {file}。日历里只有村社和户数，没有姓名。</source>
      <translation>The days due of {count} households were saved to {file}. The calendar tells villages and numbers, no names.</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{headline} · 没有要走的户</source>
      <translation>{headline} · nothing to visit</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{headline} · 要走 {n:,} 户</source>
      <translation>{headline} · {n:,} to visit</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{head}：{text}</source>
      <translation>{head}: {text}</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{others} 户</source>
      <translation>Households ({others})</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{stale} 户的部门数据已到期删除，联网后再比对</source>
      <translation>Households whose department data lapsed and were deleted: {stale}. Compare again once online</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{start_word}：{head}</source>
      <translation>{start_word}: {head}</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>{year}年{month}月{day}日　星期{part}</source>
      <translation>{part} {year}-{month}-{day}</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>一</source>
      <translation>Mon</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>一周内到期</source>
      <translation>Due in a week</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>三</source>
      <translation>Wed</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>事由</source>
      <translation>Reason</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>二</source>
      <translation>Tue</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>五</source>
      <translation>Fri</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>今天没有要走的户</source>
      <translation>Nothing to visit today</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>今天的安排读不出来</source>
      <translation>Today's plan cannot be read</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>入户中</source>
      <translation>Visiting</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>六</source>
      <translation>Sat</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>到期复核</source>
      <translation>Re-verify</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>办公室退回 {returned} 户，请按意见补正</source>
      <translation>Returned by the office: {returned}. Please correct as asked</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>另有 {others} 户</source>
      <translation>Other households ({others})</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>四</source>
      <translation>Thu</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>地址</source>
      <translation>Address</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>复核期限</source>
      <translation>Re-verify by</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>已退回</source>
      <translation>Returned</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>已逾期</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>数据已过期</source>
      <translation>Data expired</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>日</source>
      <translation>Sun</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>有提示</source>
      <translation>Flagged</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>查看清单</source>
      <translation>Open the list</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>死亡提示</source>
      <translation>Death flag</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>没有送成 {who}：{why}</source>
      <translation>Not delivered {who}: {why}</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>没有逾期和一周内到期的，也没有做到一半的。可以在清单里提前安排。</source>
      <translation>Nothing is overdue, due within a week or half done. You can plan ahead in the list.</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>的部门数据有新情况，建议核查</source>
      <translation>: new facts in department data, check proposed</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>等答复</source>
      <translation>Awaiting answer</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>部门数据显示 {dead} 户有成员死亡，请当日核实</source>
      <translation>Households with a member reported dead: {dead}. Verify today</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>部门数据有 {to_judge} 行待判：是不是本户的人</source>
      <translation>Rows of department data to decide: {to_judge} (one of ours or not?)</translation>
    </message>
    <message>
      <extracomment>today/presenter.py</extracomment>
      <source>重试</source>
      <translation>Retry</translation>
    </message>
    <message>
      <extracomment>tour/page.py</extracomment>
      <source>{title}。{text}</source>
      <translation>{title}. {text}</translation>
    </message>
    <message>
      <extracomment>tour/page.py</extracomment>
      <source>下一步</source>
      <translation>Next</translation>
    </message>
    <message>
      <extracomment>tour/page.py</extracomment>
      <source>导览</source>
      <translation>Tour</translation>
    </message>
    <message>
      <extracomment>tour/page.py</extracomment>
      <source>跳过</source>
      <translation>Skip</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>不管在哪一步，按 F1 就打开这一步的帮助。离开座位按 Ctrl+L 锁定，回来还在原处。</source>
      <translation>Wherever you are, F1 opens the help for that step. Press Ctrl+L to lock when you leave your seat; you come back to the same place.</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>分给您的家庭都在这里，谁快到期一眼看得到。选中一户按 Enter，就开始入户核查。</source>
      <translation>All households assigned to you are here; you see at a glance which are due soon. Select one and press Enter to start the home visit.</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>只在本机的有多少</source>
      <translation>What is only on this computer</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>复核清单</source>
      <translation>Worklist</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>姓名、拼音首字母、身份证尾号、地址都能搜。按 Ctrl+F 就能直接输入。</source>
      <translation>Search by name, pinyin initials, last digits of the ID number, or address. Press Ctrl+F and type.</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>字太小、屏幕太亮、要改口令，都在这里。长辈版字大、色深。</source>
      <translation>Letters too small, screen too bright, passphrase to change: it is all here. Large type has big letters and strong colours.</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>封存的核查先留在本机，有网络时自动送到办公室。没有网络也不耽误一整天的工作。</source>
      <translation>Sealed checks first stay on this computer and go to the office by themselves once there is a network. You can work all day without one.</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>开始工作</source>
      <translation>Start work</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>找一户人家</source>
      <translation>Find a household</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>欢迎使用低保复核</source>
      <translation>Welcome to Caseworker</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>花一分钟认一认窗口里的东西。随时可以跳过，以后也能在设置里再看。</source>
      <translation>Take a minute to get to know the window. You can skip at any time, and see it again later from the settings.</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>这一行一直告诉您：还有几份只在本机、最早是哪天的、现在有没有网络。</source>
      <translation>This line always tells you how many records are only on this computer, since when, and whether there is a network.</translation>
    </message>
    <message>
      <extracomment>tour/presenter.py</extracomment>
      <source>随时按 F1</source>
      <translation>F1 at any time</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>先单机使用</source>
      <translation>Standalone for now</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>再输入一次</source>
      <translation>Repeat</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>开始使用</source>
      <translation>Start</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>所有数据加密保存在本机。口令只有您知道，忘记后只能由办公室用恢复密钥打开。</source>
      <translation>All data are stored encrypted on this computer. Only you know the passphrase; if you forget it, only the office can open them with the recovery key.</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>把登记单上的文字整段粘贴进来</source>
      <translation>Paste the whole text of the registration slip here</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>服务器地址</source>
      <translation>Server address</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>正在设置</source>
      <translation>Setting up</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>用登记单接入办公室</source>
      <translation>Join the office with a slip</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>登记单</source>
      <translation>Registration slip</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>第一次使用</source>
      <translation>First use</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>至少 {SHORTEST} 个字符，可以是一句只有您记得的话</source>
      <translation>At least {SHORTEST} characters; it can be a sentence only you remember</translation>
    </message>
    <message>
      <extracomment>unlock/first_run.py</extracomment>
      <source>设置口令</source>
      <translation>Set passphrase</translation>
    </message>
    <message>
      <extracomment>unlock/over.py</extracomment>
      <source>送达并续期</source>
      <translation>Deliver and renew</translation>
    </message>
    <message>
      <extracomment>unlock/page.py</extracomment>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <extracomment>unlock/page.py</extracomment>
      <source>数据已加密保存在本机，请输入口令打开。</source>
      <translation>Data are stored encrypted on this computer. Enter the passphrase to open them.</translation>
    </message>
    <message>
      <extracomment>unlock/page.py</extracomment>
      <source>练习：用虚构的乡镇试一试</source>
      <translation>Practice: try it with a made-up township</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>{minutes} 分 {rest:02d} 秒</source>
      <translation>{minutes} min {rest:02d} s</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>{rest} 秒</source>
      <translation>{rest} s</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>两次输入的口令不一样，请重新输入</source>
      <translation>The two passphrases differ, please enter again</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>口令不能全是同一个字符</source>
      <translation>Passphrase cannot be one character repeated</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>口令至少 {SHORTEST} 个字符，现为 {n} 个</source>
      <translation>Passphrase needs at least {SHORTEST} characters, now {n}</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>口令连续输错，还要等 {left} 才能再试</source>
      <translation>Wrong passphrase too many times, try again in {left}</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>请填写单位，它会印在核查表上</source>
      <translation>Please enter your unit; it is printed on the check form</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>请填写姓名，它会印在核查表上</source>
      <translation>Please enter your name; it is printed on the check form</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>请填写完整地址，如 https://dibao.example.gov.cn</source>
      <translation>Please enter the full address, such as https://dibao.example.gov.cn</translation>
    </message>
    <message>
      <extracomment>unlock/presenter.py</extracomment>
      <source>请粘贴办公室发的登记单全文</source>
      <translation>Please paste the whole registration slip from the office</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>一般，再长几个字更好</source>
      <translation>fair, better with a few more characters</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>像身份证号、电话或生日，别人猜得到</source>
      <translation>like an ID number, phone number or birthday, can be guessed</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>含有很多人用的口令</source>
      <translation>contains a passphrase many people use</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>太短：至少 {SHORTEST} 个字符，现为 {n} 个</source>
      <translation>Too short: at least {SHORTEST} characters, now {n}</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>强度：{word}</source>
      <translation>Strength: {word}</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>强度：很强</source>
      <translation>Strength: very strong</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>很弱：{weak}</source>
      <translation>Very weak: {weak}</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>是连着的数字或字母</source>
      <translation>digits or letters in a row</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>较强</source>
      <translation>fairly strong</translation>
    </message>
    <message>
      <extracomment>unlock/strength.py</extracomment>
      <source>重复的字符太多</source>
      <translation>too many repeated characters</translation>
    </message>
    <message>
      <extracomment>visit/page.py</extracomment>
      <source>{value} 已答复：{text}</source>
      <translation>Answer for {value}: {text}</translation>
    </message>
    <message>
      <extracomment>visit/page.py</extracomment>
      <source>下一户：{head}</source>
      <translation>Next: {head}</translation>
    </message>
    <message>
      <extracomment>visit/page.py</extracomment>
      <source>先在签字一步封存，才能送达。</source>
      <translation>Seal first, in the Signing step; only then can papers be served.</translation>
    </message>
    <message>
      <extracomment>visit/page.py</extracomment>
      <source>回到清单</source>
      <translation>Back to list</translation>
    </message>
    <message>
      <extracomment>visit/page.py</extracomment>
      <source>已保存 00:00</source>
      <translation>Saved 00:00</translation>
    </message>
    <message>
      <extracomment>visit/page.py</extracomment>
      <source>清单</source>
      <translation>List</translation>
    </message>
    <message>
      <extracomment>visit/papers.py</extracomment>
      <source>这一户要出的文书</source>
      <translation>Papers of this household</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>{missing} 处待补</source>
      <translation>{missing} to complete</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>下一步：{word}</source>
      <translation>Next: {word}</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>低于标准 {money}</source>
      <translation>Below standard by {money}</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>封存后送达</source>
      <translation>After sealing</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>已保存 {clock}</source>
      <translation>Saved {clock}</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>已封存</source>
      <translation>Sealed</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>建议{action}，每月 {amount} 元</source>
      <translation>Proposed: {action}, {amount} yuan a month</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>月人均收入 {amount} 元，{reading}</source>
      <translation>Income per head {amount} yuan a month ({reading})</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>未保存</source>
      <translation>Not saved</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>正在保存…</source>
      <translation>Saving...</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>正好等于标准，不低于标准</source>
      <translation>Equal to the standard, not below it</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>随填随存</source>
      <translation>Saved as you type</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>高于标准 {money}</source>
      <translation>Above standard by {money}</translation>
    </message>
    <message>
      <extracomment>visit/presenter.py</extracomment>
      <source>，另有 {n} 处</source>
      <translation>, and {n} more</translation>
    </message>
    <message>
      <extracomment>visit/side.py</extracomment>
      <source>{amount} 元 / 月</source>
      <translation>{amount} yuan / month</translation>
    </message>
    <message>
      <extracomment>visit/side.py</extracomment>
      <source>建议{action}</source>
      <translation>Proposed: {action}</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>{act}：{value}{rest}</source>
      <translation>{act}: {value}{rest}</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>{said}：{names}</source>
      <translation>{said}: {names}</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>“{get}”</source>
      <translation>"{get}"</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>“{word}”</source>
      <translation>"{word}"</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>不计入部分</source>
      <translation>Part not counted</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>与申报是否一致</source>
      <translation>Whether as declared</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>全年金额</source>
      <translation>Annual amount</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>协议或判决金额</source>
      <translation>Agreed or ruled amount</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>去掉一行</source>
      <translation>Row removed</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>否</source>
      <translation>No</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>在场签字人</source>
      <translation>Present and signing</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>家庭人口</source>
      <translation>Household size</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>家庭月收入</source>
      <translation>Household income a month</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>就业后增收</source>
      <translation>Increase from work</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>恢复一行</source>
      <translation>Row restored</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>拒绝工作次数</source>
      <translation>Job offers refused</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>按单人户申请</source>
      <translation>Applies as one-person household</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>收入增加的原因</source>
      <translation>Cause of the income increase</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>新就业</source>
      <translation>New job</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>是</source>
      <translation>Yes</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>是否见到</source>
      <translation>Whether met</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>是否计入</source>
      <translation>Whether counted</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>未就业原因</source>
      <translation>Reason not working</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>漏雨</source>
      <translation>Leaks</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>票据张数</source>
      <translation>Number of vouchers</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>空</source>
      <translation>Empty</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>第 {value} 个月</source>
      <translation>month {value}</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>货币财产</source>
      <translation>Money</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>面积</source>
      <translation>Area</translation>
    </message>
    <message>
      <extracomment>visit/told.py</extracomment>
      <source>，另有 {more} 处</source>
      <translation>, and {more} more</translation>
    </message>
    <message>
      <extracomment>visit/undo.py</extracomment>
      <source>已重做</source>
      <translation>Redone</translation>
    </message>
    <message>
      <extracomment>visit/undo.py</extracomment>
      <source>重做</source>
      <translation>Redo</translation>
    </message>
    <message>
      <extracomment>widgets/banner.py</extracomment>
      <source>关闭 (Esc)</source>
      <translation>Close (Esc)</translation>
    </message>
    <message>
      <extracomment>widgets/banner.py</extracomment>
      <source>关闭提示</source>
      <translation>Close message</translation>
    </message>
    <message>
      <extracomment>widgets/day_edit.py</extracomment>
      <source>{name}，从日历选</source>
      <translation>{name}, pick from calendar</translation>
    </message>
    <message>
      <extracomment>widgets/day_edit.py</extracomment>
      <source>{name}，日历</source>
      <translation>{name}, calendar</translation>
    </message>
    <message>
      <extracomment>widgets/day_edit.py</extracomment>
      <source>从日历选 (Alt+↓)</source>
      <translation>Pick from calendar (Alt+↓)</translation>
    </message>
    <message>
      <extracomment>widgets/day_edit.py</extracomment>
      <source>如 2026-11-03、11-3</source>
      <translation>e.g. 2026-11-03, 11-3</translation>
    </message>
    <message>
      <extracomment>widgets/day_edit.py</extracomment>
      <source>日历</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <extracomment>widgets/day_text.py</extracomment>
      <source>日期在今天之后，请核对</source>
      <translation>The date is after today; please check</translation>
    </message>
    <message>
      <extracomment>widgets/day_text.py</extracomment>
      <source>看不出是哪一天，请写成 2026-11-03 或 11-3</source>
      <translation>Not clear which day this is; please write 2026-11-03 or 11-3</translation>
    </message>
    <message>
      <extracomment>widgets/dialogs.py</extracomment>
      <source>知道了</source>
      <translation>Got it</translation>
    </message>
    <message>
      <extracomment>widgets/dialogs.py</extracomment>
      <source>确定</source>
      <translation>OK</translation>
    </message>
    <message>
      <extracomment>widgets/dialogs.py</extracomment>
      <source>请写明{reason}，至少 {shortest} 个字</source>
      <translation>Please fill in, at least {shortest} characters: {reason}</translation>
    </message>
    <message>
      <extracomment>widgets/field.py</extracomment>
      <source>{name}，必填</source>
      <translation>{name}, required</translation>
    </message>
    <message>
      <extracomment>widgets/figure_button.py</extracomment>
      <source>{word} {count} 户 {remark}</source>
      <translation>{word}: {count} {remark}</translation>
    </message>
    <message>
      <extracomment>widgets/filter_chip.py</extracomment>
      <source>正在统计</source>
      <translation>Counting</translation>
    </message>
    <message>
      <extracomment>widgets/filter_chip.py</extracomment>
      <source>没有可选的</source>
      <translation>Nothing to choose</translation>
    </message>
    <message>
      <extracomment>widgets/filter_chip.py</extracomment>
      <source>输入名称查找</source>
      <translation>Type a name</translation>
    </message>
    <message>
      <extracomment>widgets/grid/editor.py</extracomment>
      <source>可选项</source>
      <translation>Options</translation>
    </message>
    <message>
      <extracomment>widgets/grid/face.py</extracomment>
      <source>表里的行是固定的</source>
      <translation>The rows of this sheet are fixed</translation>
    </message>
    <message>
      <extracomment>widgets/grid/grid.py</extracomment>
      <source>{name} {title}：{why}。原来的内容没有改动。</source>
      <translation>{name} {title}: {why}. The earlier content is unchanged.</translation>
    </message>
    <message>
      <extracomment>widgets/grid/grid.py</extracomment>
      <source>“{text}”还没有收下，请打开这一格按回车</source>
      <translation>"{text}" is not taken yet: open this cell and press Enter</translation>
    </message>
    <message>
      <extracomment>widgets/grid/grid.py</extracomment>
      <source>（另有 {n} 格）</source>
      <translation> (other cells: {n})</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source> 等 {n} 项</source>
      <translation> ({n} in all)</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>2026-11 或 2026年11月</source>
      <translation>2026-11</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>2026-11-22 或 20261122</source>
      <translation>2026-11-22 or 20261122</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>{said}不在 {said2} 至 {said3} 之间</source>
      <translation>{said} is not between {said2} and {said3}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>“{strip}”不合适，请填 {least} 至 {most} 的整数</source>
      <translation>"{strip}" does not fit, enter a whole number from {least} to {most}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>“{strip}”不是日期，请照 {wish} 的样子填</source>
      <translation>"{strip}" is not a date, write it like {wish}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>“{strip}”不是金额，请只填数字，最多两位小数</source>
      <translation>"{strip}" is not an amount, enter digits only, at most two decimals</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>“{strip}”不止一个：{names}，请再写一个字</source>
      <translation>"{strip}" fits several: {names}; type one more character</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>“{strip}”是负数，金额不能小于 0</source>
      <translation>"{strip}" is negative, an amount cannot be below 0</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>有 {n} 个字，这一格最多 {longest} 个字</source>
      <translation>{n} characters, this cell takes at most {longest}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>没有“{strip}”这一项，可填 {names}{more}</source>
      <translation>"{strip}" is not on the list, you can enter {names}{more}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>超过 {shown} 元，请核对是否多打了几位</source>
      <translation>More than {shown} yuan, check for extra digits</translation>
    </message>
    <message>
      <extracomment>widgets/grid/kinds.py</extracomment>
      <source>这一格不能空着，请选一项</source>
      <translation>This cell cannot be empty, choose one</translation>
    </message>
    <message>
      <extracomment>widgets/grid/model.py</extracomment>
      <source>{named}：{told}</source>
      <translation>{named}: {told}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/model.py</extracomment>
      <source>{text}，没有收下：{why}</source>
      <translation>{text}, not taken: {why}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/paste.py</extracomment>
      <source>{bad:,} 格没有收下，已标红，原文还在格里</source>
      <translation>cells not taken, marked red, their text kept: {bad:,}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/paste.py</extracomment>
      <source>{skipped:,} 格只供查看，没有改动</source>
      <translation>view-only cells unchanged: {skipped:,}</translation>
    </message>
    <message>
      <extracomment>widgets/grid/paste.py</extracomment>
      <source>其余 {n:,} 行没有收下：{why}</source>
      <translation>other rows not taken: {n:,} ({why})</translation>
    </message>
    <message>
      <extracomment>widgets/grid/paste.py</extracomment>
      <source>粘贴 {lines:,} 行，收下 {taken:,} 行 {good:,} 格</source>
      <translation>Rows pasted: {lines:,}, taken: {taken:,}, cells: {good:,}</translation>
    </message>
    <message>
      <extracomment>widgets/income_bar.py</extracomment>
      <source>{name} {amount} 元</source>
      <translation>{name} {amount} yuan</translation>
    </message>
    <message>
      <extracomment>widgets/income_bar.py</extracomment>
      <source>月人均收入 {amount} 元，{words}</source>
      <translation>Monthly income per head {amount} yuan, {words}</translation>
    </message>
    <message>
      <extracomment>widgets/money_edit.py</extracomment>
      <source>“{text}”不是金额，请只填数字，最多两位小数</source>
      <translation>"{text}" is not an amount, enter digits only, at most two decimals</translation>
    </message>
    <message>
      <extracomment>widgets/search_box.py</extracomment>
      <source>搜索</source>
      <translation>Search</translation>
    </message>
    <message>
      <extracomment>widgets/search_box.py</extracomment>
      <source>搜索 (Ctrl+F)</source>
      <translation>Search (Ctrl+F)</translation>
    </message>
    <message>
      <extracomment>widgets/search_box.py</extracomment>
      <source>清除 (Esc)</source>
      <translation>Clear (Esc)</translation>
    </message>
    <message>
      <extracomment>widgets/search_box.py</extracomment>
      <source>清除搜索</source>
      <translation>Clear search</translation>
    </message>
    <message>
      <extracomment>widgets/signature_pad.py</extracomment>
      <source>{who}签名区</source>
      <translation>Signature area: {who}</translation>
    </message>
    <message>
      <extracomment>widgets/signature_pad.py</extracomment>
      <source>手写签名，Delete 清除，Ctrl+Z 撤销一笔</source>
      <translation>Sign by hand; Delete clears, Ctrl+Z takes back a stroke</translation>
    </message>
    <message>
      <extracomment>widgets/signature_pad.py</extracomment>
      <source>请{who}在此签名</source>
      <translation>Sign here: {who}</translation>
    </message>
    <message>
      <extracomment>widgets/steps.py</extracomment>
      <source>已完成</source>
      <translation>Done</translation>
    </message>
    <message>
      <extracomment>widgets/steps.py</extracomment>
      <source>有待处理</source>
      <translation>Needs attention</translation>
    </message>
    <message>
      <extracomment>widgets/steps.py</extracomment>
      <source>未完成</source>
      <translation>To do</translation>
    </message>
    <message>
      <extracomment>widgets/steps.py</extracomment>
      <source>核查步骤</source>
      <translation>Steps of the check</translation>
    </message>
    <message>
      <extracomment>widgets/steps.py</extracomment>
      <source>第 {number} 步 {words}</source>
      <translation>Step {number}: {words}</translation>
    </message>
    <message>
      <extracomment>widgets/steps.py</extracomment>
      <source>还不能进行</source>
      <translation>Not possible yet</translation>
    </message>
    <message>
      <extracomment>workbench.py</extracomment>
      <source>入户核查</source>
      <translation>Home visit</translation>
    </message>
    <message>
      <extracomment>workbench.py</extracomment>
      <source>没有完成</source>
      <translation>Not completed</translation>
    </message>
    <message>
      <extracomment>workbench.py</extracomment>
      <source>还有内容没有保存</source>
      <translation>Some content is not saved yet</translation>
    </message>
    <message>
      <extracomment>worklist/filter_bar.py</extracomment>
      <source>删除视图</source>
      <translation>Delete view</translation>
    </message>
    <message>
      <extracomment>worklist/filter_bar.py</extracomment>
      <source>存为视图</source>
      <translation>Save view</translation>
    </message>
    <message>
      <extracomment>worklist/filter_bar.py</extracomment>
      <source>清除</source>
      <translation>Clear</translation>
    </message>
    <message>
      <extracomment>worklist/filter_bar.py</extracomment>
      <source>视图</source>
      <translation>View</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>{start}：{head}</source>
      <translation>{start}: {head}</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>历次核查</source>
      <translation>Earlier checks</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>历次核查和文书</source>
      <translation>Earlier checks and papers</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>另起一次核查</source>
      <translation>New check</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>开始入户</source>
      <translation>Start visit</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>待说明的差异</source>
      <translation>To explain</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>文书：{head}</source>
      <translation>Papers: {head}</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>更多…</source>
      <translation>More…</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>核查原因</source>
      <translation>Reason for check</translation>
    </message>
    <message>
      <extracomment>worklist/household_card.py</extracomment>
      <source>没有待说明的差异</source>
      <translation>No differences to explain</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>可以放宽筛选再看。</source>
      <translation>Loosen the filters and look again.</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>本机还没有分配到的户。有网络时接收任务后，会显示在这里。</source>
      <translation>No household is assigned to this computer yet. They show here once tasks are received online.</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>查看全部</source>
      <translation>Show all</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>没有“{value}”的户</source>
      <translation>No households: {value}</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>没有与“{text}”相符的户。可输入姓名、拼音首字母、身份证尾号或地址{others}。</source>
      <translation>No household matches "{text}". Enter a name, pinyin initials, ID ending or address{others}.</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>没有符合筛选的户</source>
      <translation>No household fits the filters</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>清单是空的</source>
      <translation>The list is empty</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>清单读不出来</source>
      <translation>The list cannot be read</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>清除筛选</source>
      <translation>Clear filters</translation>
    </message>
    <message>
      <extracomment>worklist/nothing.py</extracomment>
      <source>，或清除筛选</source>
      <translation>, or clear the filters</translation>
    </message>
    <message>
      <extracomment>worklist/page.py</extracomment>
      <source>保存</source>
      <translation>Save</translation>
    </message>
    <message>
      <extracomment>worklist/page.py</extracomment>
      <source>姓名、拼音首字母、身份证尾号、地址</source>
      <translation>Name, pinyin initials, ID ending, address</translation>
    </message>
    <message>
      <extracomment>worklist/page.py</extracomment>
      <source>正在读取清单</source>
      <translation>Reading the list</translation>
    </message>
    <message>
      <extracomment>worklist/page.py</extracomment>
      <source>没有保存</source>
      <translation>Not saved</translation>
    </message>
    <message>
      <extracomment>worklist/page.py</extracomment>
      <source>筛选和视图会以这个名称保存在本机。同名的视图会被替换。</source>
      <translation>Filters and view are saved on this computer under this name. A view of the same name is replaced.</translation>
    </message>
    <message>
      <extracomment>worklist/page.py</extracomment>
      <source>视图名称</source>
      <translation>View name</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>{day} 已清出，办公室有备份</source>
      <translation>{day} cleared out; the office has a backup</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>{department}信息显示，</source>
      <translation>According to {department}, </translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>{names} · 共 {count:,} 户</source>
      <translation>{names} · {count:,} in all</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>{source}{subject}：{registered}。{advice}，{state}。</source>
      <translation>{source}{subject}: {registered}. {advice}, {state}.</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>{value} {n} 项</source>
      <translation>{value}: {n}</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>{value}：{names}</source>
      <translation>{value}: {names}</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>“{text}”</source>
      <translation>"{text}"</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>人口</source>
      <translation>Members</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>停发</source>
      <translation>Stop</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>共 {all:,} 户 · {proposed}逾期 {overdue:,} 户 · 一周内到期 {soon:,} 户</source>
      <translation>Households: {all:,} · {proposed}overdue: {overdue:,} · due in a week: {soon:,}</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>减员</source>
      <translation>Remove</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>周期</source>
      <translation>Cycle</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>建议作一次变更核查</source>
      <translation>Propose a change check</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>建议停发</source>
      <translation>Propose to stop payment</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>建议其本人退出救助</source>
      <translation>Propose that the person leaves support</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>待入户</source>
      <translation>To visit</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>待送达</source>
      <translation>To deliver</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>户主身份证尾号</source>
      <translation>Head's ID ending</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>按意见补正</source>
      <translation>Correct as asked</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>提示</source>
      <translation>Flag</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>提示{word}</source>
      <translation>Flag: {word}</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>无记录</source>
      <translation>No record</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>有提示 {proposed:,} 户 · </source>
      <translation>flagged: {proposed:,} · </translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>查看记录</source>
      <translation>Open record</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>核查</source>
      <translation>Check</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>现月救助金</source>
      <translation>Paid monthly</translation>
    </message>
    <message>
      <extracomment>worklist/presenter.py</extracomment>
      <source>继续入户</source>
      <translation>Continue visit</translation>
    </message>
  </context>
</TS>
