import-no-date = 文末没有找到落款日期
import-no-date-hint = 用 --date 2025-12-26 写明通报的日期
import-no-issuer = 文末没有落款单位，标题里也没有
import-no-issuer-hint = 用 --issuer 写明落款单位
import-differs = 将要写入的文件导出后与原文不一致，没有写入任何文件
import-differs-hint = 下面是不一致的行（- 原文，+ 导出）；如果只是行尾空格或空行不匀，可加 --tidy-space 再试
import-proved = 已核对：将要写入的文件导出后与原文完全一致（原文编码 { $encoding }）
import-counts = 识别出 { $parts } 个部分、{ $sections } 个方面、{ $topics } 个专题、{ $issues } 个问题、{ $measures } 项措施；{ $pins ->
    [0] 编号连续
   *[other] 有 { $pins } 处编号不连续，已照原样固定
}
import-title = 标题：{ $title }
import-signed = 落款：{ $issuer }，{ $date }
import-inspection = 巡察：{ $by }，{ $from } 至 { $to }，反馈 { $feedback }
import-contact = 联系方式：电话 { $phone }；地址 { $address }；邮箱 { $email }
import-done = 已写入 content/notices/{ $slug }，共 { $files } 个文件
import-empty-line = （空行）
import-title-made = 原文开头不是标题，页面暂用：{ $title }
import-encoding-look = 原文不是 UTF-8，已按 GB18030 读取；请看第一行是否正确：{ $text }
import-prose = { $lines ->
    [0] 没有留作正文的内容：{ $all } 行全部成为标题、问题和措施
   *[other] 按原样留作正文：{ $all } 行中的 { $lines } 行，占字数的 { $share }%（第 { $where } 行）
}
import-unit-sure = 责任单位（把握较大，出现 { $times } 次，首见第 { $line } 行）：{ $names }
import-unit-unsure = 责任单位（把握不大，只写在注释里，出现 { $times } 次，首见第 { $line } 行）：{ $names }
import-unit-signs = 责任单位（落款单位）：{ $names }
import-units-more = 另有 { $count } 个单位写在 site.yaml 里
import-units-by-hand = 已有 site.yaml，未作改动；需要的单位请自行加入 units
import-none = 一个问题也没有识别出来：原文里没有“问题1：”这样的问题编号，没有“整改进展情况：”这样的标签，也没有两个以上点出问题的编号标题（“1.关于……的问题。”），都留作正文
import-none-number = 一个问题也没有识别出来：有“整改情况：”这样的标签，但上面没有哪一行是问题的开头（“问题1：”“1.……”“(一)……”“反馈问题：”），都留作正文
import-none-label = 一个问题也没有识别出来：有“问题1：”这样的问题编号，但下面既没有“整改情况：”这样的标签，也没有“(1)”这样编号的措施，都留作正文
import-none-unheld = 一个问题也没有识别出来：问题是有的，但写成条目后导出的文字与原文不同，全文留作正文
import-none-hint = 页面上不会有问题、状态和进展；请在 notice.yaml 的 outline 里写明标题（原文没有印出的标题加 printed: no），把每个问题移到 issues 里的一个文件，按印出来的样子写 numbering（例如 issue: "问题1："、measure: "(1)"），再用 gongkai export --format txt 与原文核对
import-doubtful = 第 { $line } 行像是标题或单独一项措施，但编号接不上，留在了上面的措施里：{ $text }
import-doubtful-hint = 如果是，请从问题的文件移到 notice.yaml 的 outline，或单列在 measures 里，并在那里写明 number
import-no-contact = 文末没有写明{ $missing }
import-no-contact-hint = 公开时要写明联系电话、通信地址和电子邮箱；请补在 notice.yaml 的 contact 里
import-phone = 电话
import-address = 地址
import-email = 邮箱
import-empty = “{ $file }”里没有文字
import-empty-hint = 看看是否保存过，再另存为 UTF-8 编码的纯文本
import-office = “{ $file }”是压缩包或别的办公软件的文件，导入只读纯文本、Word 文档和网页
import-word-hint = 打开后“另存为”Word 文档（*.docx），再导入那个文件
import-sheet = “{ $file }”是电子表格，导入只读纯文本、Word 文档和网页
import-sheet-hint = 把通报的文字复制到文本文件（*.txt），存为 UTF-8，再导入那个文件
import-pdf = “{ $file }”是 PDF，导入只读纯文本、Word 文档和网页
import-picture = “{ $file }”是图片，导入只读纯文本、Word 文档和网页
import-pdf-hint = 选中全文，复制到文本文件（*.txt），存为 UTF-8，再导入那个文件；扫描件要先识别成文字
import-blank = 有 { $lines } 行只有空格，可能使措施或标题没有识别出来
import-blank-hint = 请删去刚写入的文件，加 --tidy-space 再导入，会去掉空行和行尾空格
import-counts-none = 没有识别出标题、问题和措施
import-near = { $count ->
    [0] 没有接近的行
   *[other] 最接近的行：{ $lines }
}
import-locked = “{ $file }”有密码保护
import-locked-hint = 打开后另存一份不带密码的，再导入
import-old-office = “{ $file }”是旧版或其他软件的文档，本机没有可以转换它的 LibreOffice
import-not-converted = LibreOffice 没能把“{ $file }”转换成 Word 文档
import-old-office-hint = 打开后“另存为”Word 文档（*.docx），再导入那个文件；或者安装 LibreOffice
import-proved-word = 已核对：将要写入的文件导出后与文档里取出的文字完全一致
import-proved-web = 已核对：将要写入的文件导出后与网页里取出的文字完全一致
intake-broken = “{ $file }”已损坏或不是它看起来的那种文件，出错在 { $part }：{ $why }
intake-broken-hint = 用原来的软件打开，重新保存，再导入；没有写入任何文件
intake-too-large = “{ $file }”的内容超过一份通报可能的大小（{ $part }），没有再读
intake-doctype = “{ $file }”在 { $part } 里声明了实体，办公软件不会这样写，没有再读
intake-again-hint = 请弄清文件的来历；把通报的文字复制到新文档里再导入
intake-no-document = “{ $file }”里没有文档
intake-empty = “{ $file }”里没有文字
intake-empty-hint = 扫描件要先识别成文字；图片里的字读不出来
intake-numbers = 有 { $n } 个自动编号，已经算出并写进文字
intake-rows = 有 { $n } 行表格，现在各是一行，单元格之间用竖线隔开
intake-footnotes = 有 { $n } 条脚注或尾注，现在各成一行，放在所注的段落下面
intake-title-lines = 标题原分几行，已经合为一行：{ $texts }
intake-margins = 有 { $n } 处页眉页脚没有取：{ $texts }
intake-boxes = 有 { $n } 个文本框没有取，它们与正文没有先后：{ $texts }
intake-deleted = 有 { $n } 处修订中的删除，按已接受处理：{ $texts }
intake-inserted = 有 { $n } 处修订中的插入，按已接受处理：{ $texts }
intake-hidden = 有 { $n } 处隐藏文字没有取：{ $texts }
intake-comments = 有 { $n } 条批注没有取：{ $texts }
intake-pictures = 有 { $n } 个图片或嵌入对象没有取
intake-symbols = 有 { $n } 个符号字体的字符，现在是“□”，请看看应当是什么
intake-macros = 文档里有宏，没有读取，也没有运行
intake-around = 正文以外有 { $n } 行没有取：{ $texts }
