# check --fix 和 undo

help-fix = 把有把握、不影响意思的地方（标点宽窄、序号标点、多余空格等）改好，先显示改动再询问
fix-none = 没有可以自动改正的地方
fix-would = 可以改正 { $places } 处，涉及 { $files } 个文件：
fix-rule = {"  "}{ $places }  { $rule }  { $name }
fix-done = 已改正 { $files } 个文件；改动前的文件留有副本，gongkai undo 可以恢复
fix-kept = 另有 { $places } 处在已公开的记录、反馈原文或文件名称里，保持原样
fix-by-hand = 另有 { $places } 处的写法没有稳妥的改法，请照检查结果手工改正
fix-signed = 通报 { $slug } 已有签字，签字针对的是改正前的文字，改正后须重新签字
fix-errors-first = 内容有错误，先改正下面的错误，再用 --fix
help-undo = 撤回上一次改动，文件恢复原样
help-undo-long =
    撤回上一次改动，文件逐字节恢复原样：check --fix、update 和导入修改过的工作簿都可以撤回，最近二十次改动由近到远一次撤回一次。
    改动之后又被修改过的文件不会覆盖：这时什么也不改动，并列出这些文件。恢复以后会违反已公开记录的，也不恢复。
    副本放在内容文件夹之外的 .gongkai/undo 里。redact 不能撤回，并且会删去全部副本，因为副本里可能还有那些文字。版本（edition）定稿后也不能撤回。
undo-step = 撤回 { $command }，涉及 { $files } 个文件：
undo-new = { $path } 是那时新建的，将删去
undo-done = 已恢复 { $files } 个文件
undo-none = 没有可以撤回的改动
undo-none-hint = 可以撤回的是 check --fix、update 和导入修改过的工作簿；redact 和 edition 不能撤回
undo-changed = { $command } 之后这些文件又有改动，什么也没有恢复：{ $paths }
undo-changed-hint = 后来的改动不会替你丢掉；要改回去的，直接改这些文件
undo-broken = 恢复以后内容会有上面的错误，什么也没有恢复
undo-broken-hint = 已经公开的内容不能撤回，请用新的记录更正
redact-copies = 供 gongkai undo 恢复的副本可能还有这些文字，已全部删去
examples-undo =
    gongkai undo --dry-run
    gongkai undo
