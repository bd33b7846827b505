word-error = 错误
word-warning = 警告
word-note = 说明
word-list = 、
word-hint = 建议
help-about = 把巡察整改的一条条问题和措施，变成公开通报、逐项页面和进度索引
help-root = content/ 所在的文件夹（默认为当前文件夹）
help-lang = 提示语言：zh-CN 或 en
help-new = 新建一个带示例的网站
help-new-dir = 新网站的文件夹
help-import = 把现成的通报或台账变成内容文件，逐字核对后才写入
help-import-file = 通报（文本、Word 文档、网页；装有 LibreOffice 时还有 .doc、.wps、.odt、.rtf）或台账（.xlsx、.ods、CSV；装有 LibreOffice 时还有 .xls、.et）
help-slug = 通报的文件夹名，也是它的网址，例如 2025-xcb
help-suggest = 按措辞推断整改状态；经人确认前仍按“未标注”公开
help-tidy = 导入前去掉行尾空格和空行
help-date = 通报日期，原文没有时使用
help-issuer = 落款单位，原文没有时使用
help-check = 像校对、审计那样检查内容：结构、序号、日期、用语
help-format = 诊断的格式
help-deny = 有警告也算失败
help-build = 生成网站
help-serve = 边写边在浏览器里预览网站，每次修改后页面自动更新
help-port = 监听的端口；0 表示任选一个空闲端口
help-host = 监听的地址；默认只有本机可以访问
help-out = 输出文件夹（默认为 public）
help-as-of = 按哪一天的情况生成（默认为北京时间今天）
help-export = 把一份通报导出为文档、文本或数据
help-font-dir = 只用这个文件夹里的字体（默认用这台机器的字体）
help-export-format = 导出的格式（默认按文件名的后缀，没有就是 txt）
help-export-yes = 覆盖改过而没有导入的台账
help-output = 写入文件；不写则输出到屏幕
help-status = 查看进度、逾期和临近期限的问题
help-due = 提前多少天算临近期限
cli-labelled = { $name }：{ $text }
check-errors = 共 { $errors } 处错误
check-well = 没有发现错误：{ $notices } 份通报，{ $issues } 个问题，{ $measures } 项措施
cli-bad-date = “{ $text }”不是日期
cli-bad-date-hint = 写成 2025-12-26 的样子
build-done = 已生成 { $pages } 个页面，放在“{ $folder }”：写入 { $written }，删除 { $removed }，未变 { $unchanged }
export-unknown = 没有名为“{ $slug }”的通报
export-not-public = “{ $slug }”目前不对外公开，没有可以粘贴的内容
help-with-edition = 导出最近公开的版本（txt、docx、pdf），末行写明版本日期和摘要
help-with-attachments = 正文之后列出进展记录所附的文件（docx、pdf）
export-attachments = 附件：
export-attachments-docx = 只有 docx 和 pdf 两种格式可以列出附件
export-suffix = 没有后缀是“{ $ends }”的格式，不知道要写成什么
export-suffix-hint = 可以用的后缀：{ $known }（.doc 请用 .docx，.xls 请用 .xlsx）；没有后缀的是文本；别的文件名，用 --format 写明格式
export-edition-format = 只有 txt、docx 和 pdf 三种格式可以导出公开版本并写明日期和摘要
export-edition-format-hint = 去掉 --with-edition；各公开版本的数据在 editions 文件夹里，gongkai archive 会一并打包
export-file = 这种格式不能输出到屏幕：请用 -o 指明写入哪个文件
export-character = Word 文件和工作簿存不下字符 { $character }，它在“{ $place }”里
export-character-hint = 在内容文件里把它删掉：这是看不见的控制字符，多半是从别处复制文字时带来的
export-too-much = 内容超出了文件格式的容量：{ $error }
export-long-cell = “{ $place }”太长，工作簿的一格装不下（最多 32767 个字符）
export-long-cell-hint = 请在内容文件里把它分开写，或用没有这个限制的 --format csv 导出
export-edition = （{ $date }公开的版本，摘要 { $digest }）
export-no-edition = “{ $slug }”还没有公开版本
export-no-edition-hint = 先用 gongkai edition 出一个版本；要导出正在编写的文字，去掉 --with-edition
export-folder = 这种格式是一个文件夹：请用 -o 指明放在哪里
export-waiting = 导出的是工作中的文字，与已公开的 { $edition } 版不同（要公开的文字，加 --with-edition）
export-over-edited = “{ $file }”里有 { $n } 处与内容文件不同，覆盖就没有了；没有写入任何文件
export-over-edited-hint = 先运行 gongkai import { $file } --dry-run 看是哪些，再导入；也可以用 -o 换一个文件名；确实不要了，加 --yes
export-over-other = “{ $file }”已经存在，又不是这份通报的台账；没有写入任何文件
export-over-other-hint = 用 -o 换一个文件名；确实要覆盖，加 --yes
export-done = 已写入 { $file }
export-portal = 已写入“{ $folder }”：{ $files }
print-not-built = 这个程序没有带上 PDF 排版功能
print-not-built-hint = 换用带有这项功能的程序；自己编译的，加上 --features pdf
print-role-title = 标题（小标宋）
print-role-heading = 一级标题（黑体）
print-role-section = 二级标题（楷体）
print-role-text = 正文（仿宋）
print-role-number = 页码（宋体）
print-stand-in = 公文规定的字体不全，这几处用别的字体代替：{ $fonts }
print-stand-in-one = { $role }用“{ $family }”
print-stand-in-hint = 要合乎公文格式，装上规定的字体，或用 --font-dir 指明存放字体文件的文件夹；gongkai fonts 列出已有的字体
print-no-font = 没有可以用于这几处的中文字体：{ $roles }
print-no-font-hint = 装上小标宋、黑体、楷体、仿宋、宋体，或者装上 Noto Serif CJK SC 和 Noto Sans CJK SC（Debian、Ubuntu：apt install fonts-noto-cjk）；也可以用 --font-dir 指明存放字体文件的文件夹。gongkai fonts 列出已有的字体
print-character = “{ $character }”（{ $code }，在“{ $place }”里）
print-no-glyph = 现有的字体里没有这些字符：{ $characters }
print-no-glyph-hint = 姓名、地名里的生僻字，装上 Noto Serif CJK SC（思源宋体）；再生僻的，装上中易宋体扩展（SimSun-ExtB）或遍黑体（Plangothic）。看不见的控制字符，在内容文件里删掉
print-private = 字符{ $character }是自造字，换一台机器就会变成别的字，PDF/A 不能收入
print-private-hint = 改用这个字的正式编码；没有正式编码的，改用通行的写法
print-typesetter = 排不出“{ $slug }”的版面：{ $error }
print-overfull = “{ $slug }”的内容太多，一页放不下
print-overfull-hint = 把题目或联系方式写短些
poster-not-public = “{ $slug }”目前不对外公开，不能张贴
poster-not-public-hint = 公开期限写在 notice.yaml 的 public_until 里
poster-no-address = 不知道“{ $slug }”公开在哪个网址，生成不了二维码
poster-no-address-hint = 在 site.yaml 里写上网站的网址，例如 base_url: https://www.example.gov.cn/xcgk/
poster-summary = 基本情况
poster-progress = 整改进展
poster-contact = 联系我们
poster-as-of = 记录截至{ $date }
poster-issuer = 单位
poster-by = 巡察
poster-when = 时间
poster-feedback = 反馈
poster-what = 整改
poster-span = { $from }至{ $to }
poster-found = { $issues }个问题，{ $measures }项措施
poster-issues = 个问题已完成整改
poster-measures = 项整改措施已完成
poster-states = 整改措施：
poster-between = 、
poster-state = { $status ->
    [not_started] 未启动
    [in_progress] 正在整改
    [blocked] 受阻
    [basically_done] 基本完成
    [done] 已完成
    [done_ongoing] 已完成并长期坚持
   *[other] 未标注
 }{ $n }项
poster-phone = 电话
poster-hours = 时间
poster-address = 地址
poster-email = 邮箱
poster-scan = 扫码看全文
poster-alt = 二维码，内容是网址 { $url }
poster-version = { $date }公开的版本，摘要 { $digest }
export-known = 现有：{ $known }
export-known-none = 还没有通报：用 gongkai import 导入一份
new-done = 已在“{ $folder }”建好示例网站，共 { $files } 个文件。接着运行 gongkai -C { $folder } build；这里只放可以公开的文字，涉密和内部材料不要放进来
help-usage = 用法：
help-commands = 命令：
help-options = 选项：
help-arguments = 参数：
help-values = ［可选：{ $values }］
help-help = 显示帮助
help-version = 显示版本
usage-subcommand = 没有“{ $text }”这个命令
usage-argument = 这里不能写“{ $text }”
usage-value = { $argument } 不能写“{ $text }”
usage-missing = 缺少 { $argument }
usage-command-missing = 缺少命令
usage-other = 命令写法不对：{ $detail }
usage-nearest = 是不是想写“{ $text }”？
usage-possible = 可以写：{ $values }
usage-help = 运行 gongkai{ $command } --help 查看用法
help-update = 给一项措施追加一条进展记录
help-update-issue = 问题的 id
help-update-measure = 措施的 id，例如 m1
help-update-notice = 通报的文件夹名；几份通报有同一个问题 id 时要写
help-update-date = 记录的日期（默认为北京时间今天）
help-update-status = 从这一天起的整改状态，例如 done 或 已完成
help-update-text = 做了什么
help-update-evidence = 佐证材料的名称；可以写几次
help-update-corrects = 被更正的那条记录的 id；原记录保留，并标明已更正
help-update-reason = 更正的理由
help-update-minor = 只在措施下显示，不改变“最近更新”的日期，也不进订阅源；状态有变化时不能用
help-update-id = 这条记录的 id（默认接着编号）
help-update-set-status = 措施自己写的 status 与这条记录不一致时，一并改过来
help-update-dry-run = 只显示将要改动的行，不写入文件
ask-day = 哪一天做的（直接回车就是今天，{ $day }）：
ask-no-day = “{ $text }”不是日期：请写成 2025-09-30 这样
ask-status = 整改状态（{ $choices }；仍是“{ $now }”就直接回车）：
ask-status-or-none = 整改状态（{ $choices }；不写就直接回车）：
ask-reason = 为什么更正：
ask-text = 做了什么：
ask-evidence = 佐证材料（一行一份，直接回车结束）：
ask-write = 写入文件？
ask-undo = 恢复这 { $files } 个文件？
ask-or-yes = { $question }［Y/n］
ask-or-no = { $question }［y/N］
ask-yes-or-no = 不明白“{ $text }”：请回答 y（是）或 n（否）
ask-choices = 1 未启动、2 正在整改、3 受阻、4 基本完成、5 已完成、6 已完成并长期坚持
ask-no-status = 没有“{ $text }”这种状态：请写序号或名称
ask-required = 这一项必须填写
ask-set-status = 措施自己写着 status: { $stated }，改成 { $new }？
ask-gone = 输入中断，没有写入任何文件
update-no-issue = 没有 id 为“{ $id }”的问题
update-no-measure = 这个问题下没有 id 为“{ $id }”的措施
update-which = 几份通报里都有 id 为“{ $id }”的问题，分不清是哪一个
update-which-hint = 加上 --notice，写明是哪份通报：{ $slugs }
update-need-status = 这项措施的状态写在措施上，只在没有进展记录时有效，新记录要写明状态
update-need-status-hint = 加上 --status，例如 --status in_progress
update-status-disagrees = 措施自己写着 status: { $stated }，与新记录的 { $new } 不一致
update-status-disagrees-hint = 加上 --set-status，把那一处一并改过来
update-unfit-shape = “{ $path }”的写法特殊，找不到可以安全插入的地方，没有写入任何文件
update-unfit-encoding = “{ $path }”的编码不能逐字节还原，没有写入任何文件
update-unfit-hint = 请用编辑器手工添加这条记录；文件最好保存为 UTF-8
entry-before-inspection = “{ $path }”的新记录写的是 { $date }，早于巡察开始的 { $from }
entry-before-inspection-hint = 请核对年份；一旦公开，记录就不再改
update-dry-run = 只是试看，没有写入任何文件
update-left = 没有写入任何文件
update-done = 已写入“{ $path }”，记录 { $id }
help-silent = 超过多少天没有新记录算沉默（默认 90）
help-status-format = 输出的格式
status-day = 按 { $day } 的情况
status-notice = { $title }（{ $slug }）
status-issues = 问题
status-measures = 措施
status-finished = 已完成 { $finished } / { $total }
status-unstated = 未标注 { $n }
status-promise = {"  "}下次更新不晚于 { $due }
status-promise-passed = {"  "}承诺 { $due } 前更新，已经过期；最近一次记录是 { $last }
status-overdue = {"  "}逾期问题 { $n } 个
status-due = {"  "}{ $days } 天内到期的问题 { $n } 个
status-silent = {"  "}超过 { $days } 天没有新记录的未完成措施 { $n } 项
status-no-unit = 未写责任单位
status-days-ago = { $n } 天前
status-days-ahead = { $n ->
    [0] 今天
   *[other] { $n } 天后
}
status-unit = 责任单位
status-unit-led = 牵头措施
status-unit-finished = 已完成
status-unit-overdue = 逾期问题
status-unit-silent = 沉默措施
cli-stdout = 结果写不到标准输出：{ $error }
cli-no-root = 没有“{ $folder }”这个文件夹
cli-no-root-hint = -C 指 content/ 所在的文件夹；用 gongkai new 可以新建网站
cli-no-content = “{ $folder }”里没有 content/
cli-no-content-hint = 用 gongkai new <文件夹> 新建网站，或用 -C 指明 content/ 所在的文件夹
cli-into-content = “{ $path }”在 content/ 里面，或者把它包在里面；生成的东西不能和人写的内容混放
cli-into-content-hint = 请换一个 content/ 以外的位置
help-archive = 把一份通报的全部记录打成一个文件，供归档
help-archive-output = 文件名，默认是 <通报>.zip
archive-done = 已写入 { $file }：{ $files } 个文件，另有目录 index.html 和校验表 SHA256SUMS
archive-too-much = 装不进一个归档文件：{ $error }
archive-about = 这份通报的全部记录：内容文件、历次公开版本、附件，以及不用专门软件就能读的文本。各文件的摘要同时列在 SHA256SUMS 中，可用 sha256sum -c 核对。
archive-file = 文件
archive-what = 内容
archive-size = 字节数
archive-sum = 摘要（SHA-256）
archive-settings = 网站设置和责任单位
archive-head = 通报的标题、署名、联系方式和提纲
archive-issue = 一个问题和它的整改措施、进展记录
archive-frozen = 一个公开版本，公开后未再改动
archive-evidence = 佐证材料
archive-prose = 通报正文的一部分
archive-txt = 通报全文
archive-json = 通报的全部数据
archive-edition = 一个公开版本的全文
help-examples = 示例：
help-command = 说明一个命令的用法
help-which = 要看哪个命令
help-fonts = 列出排版公文用的字体
fonts-role = 用处
fonts-family = 字体
fonts-use = 次序
fonts-file = 文件
fonts-first = 首选
fonts-stand-in = 代用
fonts-behind = 补字
fonts-order = 前面的字体没有的字，由后面的补上。
help-theme = 在自带主题上逐个文件改出自己的主题
help-theme-new = 新建一个与自带主题相同的主题，作为起点
help-theme-name = 主题的名称，也是 themes/ 下文件夹的名称
help-theme-from = 以哪个自带主题为起点（默认为 civic）
help-theme-copy = 把自带主题的文件复制到自己的主题里，以便修改
help-theme-file = 自带主题里的文件，例如 templates/notice.html
help-theme-files = 列出主题的文件，并标明哪些是自己的
help-theme-which = 主题（默认为 civic）
theme-new-done = 已建好 { $folder }，目前与 { $base } 相同。接着在 content/site.yaml 里写 theme: { $name }，再用 gongkai theme copy { $name } templates/base.html 等命令复制要改的文件
theme-new-taken = “{ $name }”是自带主题的名称
theme-new-taken-hint = 请换一个名称
theme-copy-done = 已把 { $files } 复制到 { $folder }
theme-copy-none = 自带主题 { $base } 里没有文件“{ $path }”
theme-copy-alone = “{ $name }”不以任何自带主题为起点，没有可以复制的文件
theme-own-file = { $path }（自己的）
help-completions = 输出命令行补全脚本
help-completions-shell = 命令行外壳
examples-new =
    gongkai new my-site
    gongkai -C my-site build
examples-import =
    gongkai -C my-site import notice.txt --slug 2025-xcb
    gongkai -C my-site import notice.txt --slug 2025-xcb --date 2025-12-26 --suggest-status
examples-check =
    gongkai check
    gongkai check --fix --dry-run
    gongkai check --deny-warnings --format json > findings.jsonl
examples-build =
    gongkai build
    gongkai -C my-site build --out /srv/www --as-of 2025-12-31
    gongkai build --draft
examples-edition =
    gongkai edition 2025-xcb --dry-run
    gongkai edition 2025-xcb --date 2025-12-26 --note "首次公开"
examples-diff =
    gongkai diff 2025-xcb
    gongkai diff 2025-xcb 2025-12-26 2026-03-31 --format json
examples-export =
    gongkai export 2025-xcb -o notice.txt
    gongkai export 2025-xcb --format docx -o 通报.docx
    gongkai export 2025-xcb --format xlsx -o 台账.xlsx
    gongkai export 2025-xcb --format json --as-of 2025-12-31
examples-archive =
    gongkai archive 2025-xcb
    gongkai archive 2025-xcb -o /backup/2025-xcb.zip
examples-status =
    gongkai status
    gongkai status --due 14 --silent 60
    gongkai status --format json
examples-update =
    gongkai update duty-lax m1
    gongkai update duty-lax m1 --date 2025-09-30 --status done --text "…" --evidence "…"
    gongkai update duty-lax m1 --corrects u1 --reason "…" --text "…" --dry-run
examples-redact =
    gongkai redact 2025-xcb --issue duty-lax --measure m1 --kind personal --by "分管负责人" --dry-run
    gongkai redact 2025-xcb --text-from words.txt --kind personal --by "分管负责人"
examples-verify =
    gongkai verify public
    gongkai verify public --notice signed.txt --slug 2025-xcb
examples-theme =
    gongkai theme new our-county
    gongkai theme files our-county
    gongkai theme copy our-county templates/_foot.html assets/civic.css
examples-completions =
    gongkai completions bash > ~/.local/share/bash-completion/completions/gongkai
    gongkai completions zsh > ~/.zfunc/_gongkai
    gongkai completions powershell >> $PROFILE
serve-ready = 预览地址：{ $address }（按 Ctrl+C 结束）。显示的是工作中的文件，不论是否已经公开
serve-well-again = 已没有错误
serve-port = 无法监听端口 { $port }：{ $kind ->
    [taken] 已被别的程序占用
    [elsewhere] --host 的地址不是本机的地址
    [denied] 系统不允许（1024 以下的端口归管理员使用）
   *[other] { $error }
}
serve-port-hint = --port 0 任选空闲端口；也可能是另一个预览正在用这个端口
serve-watch = 无法监视文件夹的变化：{ $error }
help-explain = 说明各条检查规则
help-explain-rule = 规则名；不写则列出全部规则
check-group = ── { $severity } { $n } 处：{ $title }（{ $code }）
check-counted = 共 { $errors } 处错误、{ $warnings } 处警告、{ $notes } 处说明；gongkai explain <规则> 说明各条规则
check-refused = 检查没有通过，什么也没有写出
check-refused-hint = 照上面逐处改正；核对后确认无误的，在该处写 allow: [{"{"}rule: <规则>, why: <理由>{"}"}]
explain-line = { $code } { $severity }  { $title }
explain-why = 为什么：{ $text }
explain-wrong = 报什么：{ $text }
explain-right = 怎样改：{ $text }
explain-set = 调整轻重：site.yaml 写 checks: {"{"}{ $code }: off|note|warning|error{"}"}；个别免报：通报、问题或措施写 allow: [{"{"}rule: { $code }, why: 理由{"}"}]
build-heaviest = 各类页面中最大的（按 gzip 传输）：{ $pages }
build-heavy = { $path } 有 { $size }，这一类页面应当小于 { $most }
kind-home = 首页
kind-notice = 通报
kind-issue = 问题
kind-progress = 通报进展
kind-progress-index = 整改进展
kind-unit = 责任单位
kind-status = 措施状态
kind-issues = 问题清单
kind-edition = 公开版本
help-compress = 凡压缩后变小的文本，在旁边放一份 gzip 副本（index.html.gz）
help-zip = 把生成的网站打成一个压缩包，附上与上一包相比的变化清单
zip-changes = 与上一包相比：新增 { $added }（+），更改 { $changed }（*），移除 { $removed }（-）
zip-done = 已打包到“{ $file }”：与上一包相比新增 { $added }，更改 { $changed }，移除 { $removed }
zip-same = “{ $file }”保持原样：打包以来没有文件变化
zip-inside = “{ $file }”在网站文件夹里面
zip-inside-hint = 压缩包放在输出文件夹之外，那里只放公开的文件
zip-not-ours = “{ $file }”已经存在，又不是网站的压缩包，没有动它
zip-not-ours-hint = 换一个名字，或者先把那个文件移走
help-import-dry-run = 只显示将要写入什么，不写入文件
help-import-yes = 不再询问，直接写入工作簿里的变化
