help-verify = 核对已发布的文件夹与其清单，以及签发文本与通报页面
help-verify-long =
    对照文件夹里的 manifest.json，逐一列出内容不一致、缺少和多出的文件；页首的网站标识码与页脚或其他页面不符的，也逐页列出。

    它能查出损坏和差错，例如传输中丢失、被手工改动、旧文件没有清除；但不能证明网站出自谁手：能改页面的人，同样能改清单。要防止这一点，请在发布时把本命令显示的 manifest.json 的 SHA-256 另存他处，日后对照。

    加上 --notice，还会核对通报页面是否完整载有签发文本：每句都在，不重复，次序不变，也没有多出的句子。空白，以及页面在正文之外加注的内容（如整改状态标签），不参加比较。
help-verify-expect = 发布时另外保存的 manifest.json 摘要，或者它的前 12 位以上
verify-unexpected = 清单不是发布时的那一份：保存的摘要是 { $kept }
verify-expect-bad = “{ $text }”不是摘要
verify-expect-hint = 摘要由 0-9 和 a-f 组成，至少写前 { $least } 位
help-verify-folder = 已发布网站的文件夹
help-verify-notice = 签发的通报文本（UTF-8、UTF-16 或 GB18030），与通报页面核对
help-verify-slug = 文本对应哪一份通报；网站只有一份时可不写
help-verify-format = 结果的格式
verify-well = { $files } 个文件全部与 manifest.json 一致，没有缺少，没有多出
verify-faults = 清单列有 { $files } 个文件：不一致 { $differ } 个，缺少 { $missing } 个，多出 { $extra } 个
verify-digest = manifest.json 的 SHA-256：{ $digest }
verify-size = 不一致：{ $path }（现为 { $here } 字节，清单为 { $listed } 字节）
verify-bytes = 不一致：{ $path }（大小相同，内容不同）
verify-not-file = 不一致：{ $path }（是链接或设备，不是普通文件）
verify-missing = 缺少：{ $path }
verify-extra = 多出：{ $path }
verify-code-other = 网站标识码不符：{ $path } 的 <meta name="SiteIDCode"> 是 { $head }，应为 { $expected }
verify-code-none = 缺少网站标识码：{ $path } 没有 <meta name="SiteIDCode" content="{ $expected }">
verify-no-manifest = “{ $folder }”里没有 manifest.json
verify-no-manifest-hint = 请指定 gongkai build 生成的文件夹；如果是旧版本生成的，请重新生成
verify-bad-json = 读不懂 manifest.json：{ $detail }
verify-bad-format = manifest.json 的格式是 { $format }，这个版本不认识
verify-bad-twice = manifest.json 把“{ $path }”列了两次
verify-bad-hint = 它被改动或损坏过，或者出自别的版本；请重新发布网站
verify-slug-which = 网站有不止一份通报
verify-slug-none = 网站没有通报
verify-slug-unknown = 网站没有名为“{ $slug }”的通报
verify-slug-hint = 用 --slug 指定：{ $known }
verify-no-page = 缺少 { $slug } 的页面
verify-not-one = “{ $slug }”的页面应有且只有一处通报正文，实际有 { $n } 处（<article class="doc">）
verify-not-one-hint = 主题应把通报全文放进一个 <article class="doc">
verify-text-empty = 文本里没有可供核对的文字
verify-same = { $slug } 的页面与文本一致：共 { $paragraphs } 段、{ $sentences } 句，没有缺漏，没有增加，次序相同
verify-unlike = { $slug } 的页面与文本有 { $n } 段不一致
verify-unlike-line = 第 { $line } 行：
verify-unlike-text = 　文本　{ $words }
verify-unlike-page = 　页面　{ $words }
verify-nothing = （无）
verify-more = 　……另有 { $n } 处
verify-lost = 页面缺少的句子：
verify-doubled = 页面比文本重复的句子：
verify-added = 页面多出的句子：
verify-moved = 句子没有增减，但次序或分段不同
verify-sentence = 　{ $sentence }
verify-times = 　{ $sentence }（文本 { $text } 次，页面 { $page } 次）
