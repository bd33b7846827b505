# check --fix and undo

help-fix = Put right what is sure and changes no meaning (width of marks, marks of lists, stray spaces); shows it first and asks
fix-none = There is nothing that can be put right for sure.
fix-would = { $places ->
    [one] 1 place can be put right
   *[other] { $places } places can be put right
} in { $files ->
    [one] 1 file:
   *[other] { $files } files:
}
fix-rule = {"  "}{ $places }  { $rule }  { $name }
fix-done = Put right { $files ->
    [one] 1 file
   *[other] { $files } files
}; a copy of each is kept, and gongkai undo puts it back.
fix-kept = { $places ->
    [one] 1 more place stands
   *[other] { $places } more places stand
} in published entries, in the inspection's own wording or in names of documents, and stays as it is
fix-by-hand = { $places ->
    [one] 1 more place is
   *[other] { $places } more places are
} written so that no program can change it safely; see what the check says
fix-signed = the notice { $slug } has signatures on the words as they are; once these change, they have to be signed anew
fix-errors-first = the content has errors; mend those below, then use --fix
help-undo = Put back what the last command changed
help-undo-long =
    Puts the files that the last command changed back as they were, byte for byte: check --fix, update, and the import of an edited workbook, the last twenty changes one at a time, newest first.
    A file that was changed since is never overwritten: then nothing is put back, and the files are named. Nor is anything put back on which a published edition stands.
    The copies lie in .gongkai/undo, outside the content. redact cannot be undone and deletes every copy, since the copies may hold the words. An edition cannot be undone either.
undo-step = Undoing { $command }: { $files ->
    [one] 1 file
   *[other] { $files } files
}
undo-new = { $path } was new then and goes
undo-done = Put back { $files ->
    [one] 1 file
   *[other] { $files } files
}.
undo-none = there is nothing to undo
undo-none-hint = what can be undone is check --fix, update and the import of an edited workbook; redact and edition cannot
undo-changed = files were changed after { $command }, so nothing was put back: { $paths }
undo-changed-hint = later work is never thrown away; change the files themselves
undo-broken = the content would have the errors above, so nothing was put back
undo-broken-hint = what is public cannot be taken back; correct it with a new entry
redact-copies = The copies kept for gongkai undo may hold the words; all of them were deleted.
examples-undo =
    gongkai undo --dry-run
    gongkai undo
