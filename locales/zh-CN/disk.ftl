disk-reason = { $kind ->
    [missing] 找不到
    [denied] 没有访问权限
    [full] 磁盘空间不足
    [read-only] 所在的磁盘是只读的
    [not-folder] 路径里有一段不是文件夹
    [busy] 正被别的程序使用
    [loop] 这个链接绕回了它自己所在的文件夹
    [special] 不是普通文件
   *[other] { $error }
}
disk-read = 读不了“{ $path }”：{ disk-reason }
disk-write = 写不了“{ $path }”：{ disk-reason }
disk-denied-hint = 检查它的权限，关闭正在使用它的程序，然后重新运行
disk-full-hint = 腾出磁盘空间，然后重新运行
disk-read-only-hint = 换一个可以写入的文件夹
disk-too-large = “{ $path }”有 { $size } MB，超过了 { $limit } MB 的上限
disk-too-large-hint = 把它压缩或拆开，再试一次
disk-special = “{ $path }”不是普通文件，不予读取
disk-special-hint = 请指定一个普通文件
disk-locked = 另一个 gongkai 正在向“{ $path }”生成网站
disk-locked-hint = 等它结束以后再运行，或用 --out 另选一个文件夹
disk-not-ours = “{ $path }”里有别的文件，不是 gongkai 生成的文件夹；其中的内容没有改动
disk-not-ours-hint = 用 --out 指定一个新的或空的文件夹，或者先把里面的文件移走
disk-in-the-way = “{ $path }”不是 gongkai 生成的，却占着网站要用的位置
disk-in-the-way-hint = 把它移走或改名，然后重新运行
disk-bad-path = “{ $path }”不能用作网站里的路径
disk-bad-path-hint = 路径里不要有 .. 和反斜杠，名称不要用 : * ? " < > |，不要以点或空格结尾，也不要用 con、nul 等 Windows 保留的名称
disk-clash = “{ $path }”和“{ $other }”不能同时存在：两者同名、只有大小写不同，或者一个是文件、另一个要用同名的文件夹
disk-clash-hint = 给其中一个换个名称
disk-unfinished = “{ $path }”没有写完，网站保持原样
disk-unfinished-hint = 先解决前面报告的错误，然后重新运行
disk-exists = “{ $path }”已经存在；没有写入任何文件
disk-exists-hint = 换一个名称或文件夹，或者先把它移走
