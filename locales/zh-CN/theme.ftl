theme-syntax = 模板写法有误，无法解析：{ $detail }
theme-syntax-hint = 冒号后面是模板引擎的原话
theme-name = 这里没有名为“{ $name }”的内容
theme-name-hint = 每种页面有哪些内容，见 docs/themes.zh-CN.md；主题的文字写作 t.名称
theme-tool = 模板引擎没有“{ $name }”
theme-tool-hint = 请核对拼写；有哪些过滤器和函数，见 docs/themes.zh-CN.md
theme-missing = 主题里没有模板“{ $name }”
theme-missing-hint = 模板都放在主题的 templates/ 里，之外的文件一律读不到
theme-circle = 这些模板互相调用，没有尽头：{ $chain }
theme-circle-hint = 去掉其中一环
theme-runaway = 这个页面一直做不完，已经停下
theme-runaway-hint = 请检查循环里的循环，或者调用了自己的模板
theme-string = 主题里没有文字“{ $name }”
theme-fault = 模板无法运行：{ $detail }
theme-strings = 这一条文字无法解析：{ $detail }
theme-strings-hint = 一条一行，例如：progress-title = 整改进展
theme-extends = 没有名为“{ $name }”的自带主题
theme-engine = 没有名为“{ $name }”的模板引擎
theme-page = 没有名为“{ $name }”的页面种类
theme-no-template = theme.yaml 列出的页面或部件缺少模板 { $name }
theme-no-template-hint = 请补上 templates/{ $name }，或者从 theme.yaml 里去掉它
theme-no-site-code = 主题没有在页首写出网站标识码 { $code }
theme-other-site-code = 主题写的网站标识码是 { $text }，site.yaml 写的是 { $code }
theme-site-code-hint = 在 <head> 里写 {"{%"} if site.site_id %{"}"}<meta name="SiteIDCode" content="{"{{"} site.site_id {"}}"}">{"{%"} endif %{"}"}
theme-no-settings = 主题缺少 theme.yaml
theme-no-settings-hint = 用 gongkai theme new 可以新建一个带 theme.yaml 的主题
