# 其余字句与 civic 相同。
details-title = 各问题进展
to-text = 回到正文
portal-title = 标题：
portal-date = 发布时间：
portal-source = 来源：
portal-keywords = 关键词：
portal-body = 正文：在 notice.html 中，用浏览器打开，全选后粘贴。
