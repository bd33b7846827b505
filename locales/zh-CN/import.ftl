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
import-share = 成为条目的 { $structured } 字，按原样留作正文的 { $prose } 字
import-title = 标题：{ $title }
import-title-made = 原文没有标题，页面暂用：{ $title }
import-signed = 落款：{ $issuer }，{ $date }
import-inspection = 巡察：{ $by }，{ $from } 至 { $to }，反馈 { $feedback }
import-contact = 联系方式：电话 { $phone }；地址 { $address }；邮箱 { $email }
import-unit-sure = 责任单位（把握较大，出现 { $times } 次）：{ $names }
import-unit-unsure = 责任单位（请核对，出现 { $times } 次）：{ $names }
import-units-by-hand = 已有 site.yaml，未作改动；需要的单位请自行加入 units
import-done = 已写入 content/notices/{ $slug }，共 { $files } 个文件
import-empty-line = （空行）
