disk-reason = { $kind ->
    [missing] it is not there
    [denied] permission denied
    [full] the disk is full
    [read-only] the disk is read-only
    [not-folder] part of the path is not a folder
    [busy] another program is using it
    [loop] this link leads back to the folder that holds it
    [special] it is not an ordinary file
   *[other] { $error }
}
disk-read = cannot read "{ $path }": { disk-reason }
disk-write = cannot write "{ $path }": { disk-reason }
disk-denied-hint = check its permissions, close any program that is using it, and run again
disk-full-hint = make room on the disk, and run again
disk-read-only-hint = choose a folder that can be written to
disk-too-large = "{ $path }" has { $size } MB; the limit is { $limit } MB
disk-too-large-hint = compress it or split it, and try again
disk-special = "{ $path }" is not an ordinary file and is not read
disk-special-hint = name an ordinary file
disk-locked = another gongkai is building into "{ $path }"
disk-locked-hint = wait until it has finished, or choose another folder with --out
disk-not-ours = "{ $path }" holds files and was not made by gongkai; nothing in it was changed
disk-not-ours-hint = name a new or empty folder with --out, or move the files out of it first
disk-in-the-way = "{ $path }" was not made by gongkai, but stands where the site needs to write
disk-in-the-way-hint = move it or rename it, and run again
disk-bad-path = "{ $path }" cannot be a path in the site
disk-bad-path-hint = leave out "..", backslashes and : * ? " < > |, do not end a name with a point or a space, and avoid names that Windows reserves, such as con and nul
disk-clash = "{ $path }" and "{ $other }" cannot both exist: they have the same name, differ only in capitals, or one is a file where the other needs a folder
disk-clash-hint = give one of them another name
disk-unfinished = "{ $path }" was not fully written; the site was left as it was
disk-unfinished-hint = mend the error reported before this one, and run again
disk-exists = "{ $path }" exists already; no file was written
disk-exists-hint = choose another name or folder, or move it away first
