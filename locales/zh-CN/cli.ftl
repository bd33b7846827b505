word-error = 错误
word-warning = 警告
word-note = 说明
word-hint = 建议
