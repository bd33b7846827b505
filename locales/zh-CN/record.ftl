help-edition = 把通报照现在的样子定稿为一个公开版本
help-edition-date = 公开的日期（默认为北京时间今天）
help-edition-note = 版本说明，随版本公开
help-dry-run = 只看，不写入任何文件
help-yes = 不再询问
help-draft = 按内容文件的现状生成草稿，另放一个文件夹，每页注明
help-diff = 两个公开版本之间、或上一版以来的变化
help-diff-from = 从哪一版（默认为最近一版，或 B 的前一版）
help-diff-to = 到哪一版（默认为内容文件的现状）
help-diff-format = 输出的格式
edition-first = 这是第一个公开版本
edition-same = 与最近一版相同，没有新建版本
edition-digest = 摘要（SHA-256）：{ $digest }
edition-before = 日期 { $date } 早于最近一版“{ $last }”
edition-unsigned = 公开日期 { $day } 早于通报的落款日期 { $date }
edition-unsigned-hint = 用 --date 给出落款当天或以后的日期；落款日期写错了的，改 notice.yaml 的 date
edition-first-later = 公开日期是 { $date }，还没有到；在那一天之前生成的网站里没有这份通报
edition-later = 公开日期是 { $date }，还没有到；在那一天之前公开的仍是前一版
edition-later-hint = 请核对年份；到那一天要再生成一次网站，这一版才会公开
edition-future = 有记录的日期（{ $date }）晚于公开日期
edition-future-hint = 改正记录的日期，或用 --date 换一个公开日期
edition-sign-hint = 由各环节审阅以后，把这次的摘要写进 notice.yaml 的 sign_off：digest: { $digest }
edition-ask = 定稿以后不能改动，需要确认
edition-ask-hint = 看过上面的变化以后加上 --yes；只想看看，用 --dry-run
edition-sure = 定稿以后不能改动。确定吗？
edition-unproved = 写出的版本读回来不一致，没有写入；请把这份内容报告给开发者
edition-done = 已定稿：{ $path }
diff-nothing = 没有变化
diff-issues = 问题：已完成 { $then } / { $of } → { $now } / { $total }
diff-measures = 措施：已完成 { $then } / { $of } → { $now } / { $total }
diff-text = 正文改写：{ $words }
diff-issue = { $title }（{ $id }）
diff-added = 　新增
diff-removed = 　撤下
diff-closed = 　销号：{ $date }
diff-open = 　不再显示为已销号
diff-reopened = 　重新打开：{ $date }，原因：{ $why }
diff-look-back = 　回头看：{ $date }，{ $result } { $by } { $finding }
diff-recurs = 　与以前的问题重复：{ $name }
diff-recurs-no-more = 　不再标明与以前的问题重复
diff-under = 　所在标题：{ $from } → { $to }
diff-assigned = 　措施 { $id } 责任单位：{ $from } → { $to }
diff-field = { $field }：{ $from } → { $to }
look-kept = 整改成效巩固
look-partial = 部分反弹
look-relapsed = 问题反弹
diff-due = 　完成时限：{ $from } → { $to } { $why }
diff-reworded = 　改写：{ $words }
diff-measure-added = 　新增措施 { $id }
diff-measure-removed = 　撤下措施 { $id }
diff-measure-reworded = 　措施 { $id } 改写：{ $words }
diff-moved = 　措施 { $id }：{ $from } → { $to }
diff-update = 　措施 { $id } { $date }：{ $text }
diff-unknown = 没有名为“{ $name }”的版本
diff-known = 现有：{ $known }
diff-none = “{ $slug }”没有更早的版本可以比较
diff-none-hint = 用 gongkai edition { $slug } 定稿第一个版本
state-not-started = 未启动
state-in-progress = 正在整改
state-blocked = 受阻
state-basically-done = 基本完成
state-done = 已完成
state-done-ongoing = 已完成并长期坚持
state-not-stated = 未标注
help-redact = 把不得公开的文字从各个版本和内容文件里去掉，原处留下说明
help-redact-long =
    把不得公开的文字（个人信息、国家秘密或工作秘密、有误的称谓或标题等）从一份通报的各个公开版本和内容文件里去掉，重新生成以后各页面、变化、订阅和导出里也就没有了。
    原处留下注明种类和日期的说明，例如〔依规定不予公开：个人信息，2026-01-05〕；原来的文字哪里都不保存，也不能恢复。
    要去掉的文字不写在命令行上（命令历史会留下它），而从提示、文件或标准输入读取。空格、换行和加粗等标记不同的同样文字一并去掉；全角半角等写法不同的只列出位置，逐处查看后再各运行一次。
    涉及的版本换用新的摘要，旧摘要作废：短的秘密可以从摘要猜出来。针对原文的签字随之失效。版本里记下何时、何处、何种、由哪个岗位决定，并在版本页面上公布。
    只是不想在“变化”里重复旧文字的，用 show_old: no，不用这条命令。
help-redact-issue = 只在这个问题里（默认为整份通报）
help-redact-measure = 只在这项措施里
help-redact-update = 只在这条进展记录里
help-redact-text = 写有要去掉的文字的文件；- 为标准输入；不写则提示输入
help-redact-kind = 种类：personal 个人信息，secret 国家秘密或工作秘密，title 称谓或标题有误，other 其他情形；
help-redact-by = 由哪个岗位决定，例如“县委办保密员”
help-redact-on = 日期（默认为北京时间今天）
redact-ask-words = 要去掉的文字：
redact-no-words = 没有要去掉的文字
redact-no-words-hint = 写进一个文件并用 --text-from 指明，或用 --text-from - 从标准输入读取；不要写在命令行上
redact-short = 要去掉的文字至少要有两个字
redact-short-hint = 只有一个字的，请连同前后的字一起去掉
redact-no-part = 这份通报里没有“{ $id }”
redact-place = { $file } { $place }：{ $times } 处
redact-place-now = 现在的内容文件 { $place }：{ $times } 处
redact-name = { $file }（文件名的记录）：{ $times } 处
redact-file = 改动：{ $path }
redact-left-same = 仍有同样的文字：{ $path } 第 { $line } 行
redact-left-near = 仍有写法相近的文字：{ $path } 第 { $line } 行
redact-left-name = 文件名里仍有这些文字：{ $path }
redact-attachments = 另有 { $files } 个附件，其中的内容没有查看
redact-nowhere = 没有找到这些文字，什么也没有改动
redact-copies-alone = 内容文件和各个版本里没有这些文字，只有供 gongkai undo 恢复的 { $copies } 份副本里还有
redact-copies-gone = 已删去含有这些文字的 { $copies } 份副本
redact-nowhere-hint = 核对文字和范围；上面列有其他位置和相近写法的，照那里的写法再试
redact-ask = 去掉以后不能恢复，需要确认
redact-sure = 去掉以后不能恢复。确定吗？
redact-done = 已去掉，改动 { $files } 个文件，作废 { $digests } 个旧摘要
redact-elsewhere =
    这里够不到的地方还可能有，请逐项处理：
    - 已经发布的网站：运行 gongkai build 并重新发布，清除内容分发网络的缓存
    - 别处的副本：转载、下载、打印件和归档包，逐一联系收回或销毁
    - 搜索引擎的缓存和网页存档：向各家提交删除或更新快照的申请
    - 版本管理系统的历史（如 Git）：旧提交里仍有原文，请改写历史并让各处重新克隆
    - 备份、同步盘和编辑器的临时文件：按保密要求清除
    涉及国家秘密的，立即向保密行政管理部门报告。
redact-words-file = 刚才写有这些文字的文件，用完请安全删除
redact-unfit-shape = “{ $path }”的写法没有可以稳妥改动的地方，什么也没有改动
redact-unfit-hint = 在这个文件里把有关文字改成普通写法（不用转义，分行书写各字段），再试一次
redact-broken = 去掉这些文字以后内容不能读取，什么也没有改动
redact-stands = { $file } { $place }里仍会留有这些文字，什么也没有改动
redact-stands-hint = 这里的文字由引用的字段拼成或带有转义，先改成直接写出，再试一次
help-edition-hide-old = 变化里不重复更正前的文字；较早的版本仍保留原文，要去掉用 redact
help-update-hide-old = 变化里不重复被更正记录的文字（show_old: no）；那条记录仍在，要去掉用 redact
diff-corrected-unseen = 有文字更正，更正前的文字不再重复。更正说明：{ $why }
diff-corrected = 　措施 { $id } { $date }：这条记录后来更正，原来的文字不再重复。原因：{ $why }
diff-correction = 　措施 { $id } { $date }：{ $text }（更正，原因：{ $why }）
diff-withdrawn = 　撤回 { $address }（{ $date }）：{ $why }
