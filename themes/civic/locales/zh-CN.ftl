## 公开网站主题 civic 的全部文字。

# 整改状态
status-not-started = 未启动
status-in-progress = 正在整改
status-blocked = 受阻
status-basically-done = 基本完成
status-done = 已完成
status-done-ongoing = 已完成并长期坚持
status-not-stated = 未标注

# 页面骨架
title-full = { $title } - { $site }
column-type = 巡察整改
keywords = { $title },{ $site },巡察整改,整改公开
skip-link = 跳到正文
nav-main = 主导航
nav-progress = 整改进展
nav-updates = 进展记录
nav-crumbs = 当前位置
feed-title = { $site }:进展订阅
feed-link = 订阅更新
footer-contact = 联系我们
footer-about = 网站信息
footer-site-id = 网站标识码
table-scroll = 表格,可左右滑动

# 联系方式
contact-phone = 电话
contact-email = 电子邮件
contact-address = 地址
contact-postcode = 邮编
contact-hours = 受理时间

# 数量
count-notices = { $n }份通报
count-issues = { $n }个问题
count-measures = { $n }项措施
public-issues = 已公开的{ $n }个问题
public-measures = 已公开的{ $n }项措施
percent = { $n }%
number-issues = { $n }个
number-measures = { $n }项
ratio = { $n }/{ $total }

# 进度
issues = 问题
measures = 整改措施
issues-finished = { $total }个问题中,办结{ $n }个
measures-finished = { $total }项措施中,办结{ $n }项
issues-bar = 问题的整改状态
measures-bar = 整改措施的整改状态
bar-part = { $name }{ $n }
bar-join = ,
bar-total = 共{ $n },其中:
status = 整改状态
number = 数量
issues-closed = 已销号的问题
issues-overdue = 逾期未办结的问题
measures-overdue = 逾期未办结的措施
measures-closed = 已销号的措施
apart = 另行统计
nothing-stated = 通报没有标注各项措施的整改状态,本站不作推断,只列数量。
finished-means = “办结”包括“已完成”和“已完成并长期坚持”;计算比例时,未标注状态的也计入总数。问题和措施分别统计。
record-date = 记录截至
as-of = 逾期情况截至
overdue = 已逾期
closed = 已销号

# 首页
home-headline = { $notices }份通报、{ $issues }个问题,整改进展逐项公开
home-overall = 总体进展
home-notices = 已公开的通报
home-latest = 最近的进展记录
home-all-updates = 查看全部进展记录
home-progress = 查看整改进展
read-notice = 阅读通报全文
see-progress = 查看整改进展
none-yet = 暂无进展记录。

# 通报
notice-inspection = 巡察单位
notice-period = 巡察时间
notice-period-range = { $from }至{ $to }
notice-feedback = 反馈时间
notice-period-ends = 集中整改截止
notice-published = 发布时间
notice-issuer = 发布单位
notice-about = 通报概况
notice-progress = 这份通报的整改进展
notice-contents = 目录
notice-contents-issues = 目录({ $n }个问题)
notice-mark = 本站标注,不属于通报正文
notice-mark-link = 进展记录
notice-contact = 监督与意见反馈
notice-as-signed = 以下为通报原文。

# 问题
issue-of-notice = 所属通报
issue-position = 第{ $n }个问题,共{ $total }个
issue-path = 在通报中的位置
issue-facts = 基本情况
issue-status = 整改状态
issue-units = 责任单位
issue-helpers = 配合单位
issue-lead = 责任领导
issue-due = 完成时限
issue-due-now = 延期至
issue-due-none = 未写明
issue-extensions = 延期情况
issue-extension = { $on }批准,延至{ $to }
issue-original = 巡察反馈原文
issue-goal = 整改目标
issue-text = 整改情况
issue-completion = 完成情况
issue-closed = 销号
issue-closed-on = 销号日期
issue-closed-by = 核验单位
issue-closed-document = 文件依据
issue-closed-note = 销号由巡察机构核验后作出,与责任单位自报的整改状态分开记录。
issue-measures = 整改措施与进展
issue-measures-count = { $total }项措施,办结{ $n }项
issue-measures-only = { $total }项措施
issue-updates = 进展记录
issue-no-updates = 通报发布后暂无进展记录。
issue-evidence = 佐证材料
issue-unit = 责任单位
issue-with = 配合单位
issue-measure = 措施{ $number }
issue-background = 背景说明
issue-background-note = 本段由本站编写,用于解释背景,不属于正式通报。
issue-neighbours = 前后问题
issue-previous = 上一个问题
issue-next = 下一个问题
issue-contact = 对这个问题的整改有意见
issue-contact-note = 来电、来信时请说明是哪一个问题,并请勿写入身份证号等个人信息。
issue-write = 就这个问题写信
issue-updated = 最近更新
issue-in-notice = 在通报原文中查看

# 进展
progress-of = 整改进展
progress-jump = 本页内容
progress-overall = 总体进展
progress-overdue = 逾期未办结的问题
progress-overdue-none = 没有逾期未办结的问题。
progress-by-section = 按方面统计
progress-by-unit = 按责任单位统计
progress-by-status = 按整改状态列出问题
progress-by-notice = 按通报统计
progress-measures-by-status = 按整改状态查看措施
progress-list-issues = 问题清单
head-section = 方面
head-unit = 责任单位
head-notice = 通报
head-issues = 问题
head-measures = 措施
head-issues-finished = 问题(办结/总数)
head-measures-finished = 措施(办结/总数)
row-measures = 措施办结{ $n }/{ $total }
row-measures-total = { $n }项措施
row-due = 时限{ $date }
row-updated = 更新于{ $date }

# 责任单位和整改状态
unit-aliases = 又称
unit-aliases-join = 、
unit-measures = 负责的措施
unit-helps = 另配合{ $n }项措施
unit-helps-tag = 配合
unit-of = 负责单位
measure-record = 措施{ $number }的进展记录
status-headline = { $total }项措施中,{ $n }项为“{ $name }”
status-percent = 总数为本站已公开的全部措施
status-empty = 目前没有处于这一状态的措施。

# 进展记录页
updates-note = 按日期倒序排列。记录一经发布只增不改,更正另行补记。

# 找不到页面
not-found-title = 没有找到这个页面
not-found-text = 地址可能有误,或者页面已经更名。已经公开的通报和问题不会撤下,可以从下面的入口查找。
not-found-home = 返回首页
