site-same-address = 两个页面用了同一个地址 { $address }
site-same-address-hint = 改动其中一个的 id 或文件名；已经公开的地址请保留不动
site-template = 模板 { $template } 第 { $line } 行出错：{ $detail }
site-no-theme = 没有名为“{ $name }”的主题
site-theme-file = 主题缺少文件 { $path }，或者它不是 UTF-8 文本
site-theme-settings = 主题的 theme.yaml 无法读取：{ $detail }
