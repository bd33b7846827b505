help-edition = Freeze a notice as it is published
help-edition-date = Day of publication (default: today in China)
help-edition-note = A note, published with the edition
help-dry-run = Look only; write nothing
help-yes = Do not ask
help-draft = Build the working files as a draft into a folder of its own, marked on every page
help-diff = What changed between two editions, or since the latest
help-diff-from = From which edition (default: the latest, or the one before B)
help-diff-to = To which edition (default: the working files)
help-diff-format = Format of the output
edition-first = This is the first edition.
edition-same = The same as the latest edition; none was made.
edition-digest = Digest (SHA-256): { $digest }
edition-before = The date { $date } is before the latest edition, "{ $last }".
edition-unsigned = The day of publication, { $day }, is before that of the signature, { $date }.
edition-unsigned-hint = Give that day or a later one with --date; where the signature's day is a slip, mend date: in notice.yaml.
edition-first-later = The day of publication, { $date }, has not come; a site that is built before it does not have this notice.
edition-later = The day of publication, { $date }, has not come; until then the edition before stands.
edition-later-hint = See whether the year is right. On that day the site has to be built anew, and only then is this edition public.
edition-future = An entry is dated { $date }, after the day of publication.
edition-future-hint = Mend the date of the entry, or give another day with --date.
edition-sign-hint = When everyone has read it, put this digest into sign_off in notice.yaml: digest: { $digest }
edition-ask = An edition never changes, so a person has to agree to it.
edition-ask-hint = Read the changes above and add --yes; to look only, use --dry-run.
edition-sure = An edition never changes. Publish it?
edition-unproved = The edition does not read back as it was written, so it was not written; please report this content to the developers.
edition-done = Frozen: { $path }
diff-nothing = Nothing changed.
diff-issues = Issues: { $then } of { $of } finished → { $now } of { $total }
diff-measures = Measures: { $then } of { $of } finished → { $now } of { $total }
diff-text = Text reworded: { $words }
diff-issue = { $title } ({ $id })
diff-added = {"  "}added
diff-removed = {"  "}withdrawn
diff-closed = {"  "}closed out on { $date }
diff-open = {"  "}no longer closed
diff-reopened = {"  "}reopened on { $date }, because: { $why }
diff-look-back = {"  "}looked at again on { $date }: { $result } { $by } { $finding }
diff-recurs = {"  "}repeats an earlier issue: { $name }
diff-recurs-no-more = {"  "}no longer said to repeat an earlier issue
diff-under = {"  "}heading: { $from } → { $to }
diff-assigned = {"  "}measure { $id }, units: { $from } → { $to }
diff-field = { $field }: { $from } → { $to }
look-kept = the result holds
look-partial = partly back
look-relapsed = the problem is back
diff-due = {"  "}due: { $from } → { $to } { $why }
diff-reworded = {"  "}reworded: { $words }
diff-measure-added = {"  "}measure { $id } added
diff-measure-removed = {"  "}measure { $id } withdrawn
diff-measure-reworded = {"  "}measure { $id } reworded: { $words }
diff-moved = {"  "}measure { $id }: { $from } → { $to }
diff-update = {"  "}measure { $id }, { $date }: { $text }
diff-unknown = There is no edition "{ $name }".
diff-known = There are: { $known }
diff-none = "{ $slug }" has no earlier edition to compare with.
diff-none-hint = Freeze the first one with: gongkai edition { $slug }
state-not-started = not started
state-in-progress = in progress
state-blocked = blocked
state-basically-done = basically done
state-done = done
state-done-ongoing = done and kept up
state-not-stated = not stated
help-redact = Take words that must not be public out of every edition and the files
help-redact-long =
    Takes words that must not be public (personal data, a secret, a mistaken title) out of every edition of a notice and out of its files, and so, once the site is built again, out of every page, difference, feed and export.
    A dated note of their kind is left in their place, such as 〔依规定不予公开：个人信息，2026-01-05〕. The words are kept nowhere and cannot be brought back.
    The words are not given on the command line, whose history would keep them, but at a prompt, in a file or on standard input. The same words with other spaces, line ends or emphasis go too; those in other forms, such as full-width digits, are listed by place: look at each and run the command again.
    Each edition concerned has a new digest and the old one is retired, since a short secret can be guessed from its digest. Signatures on the old text lapse. The edition records when, where, what kind and by which post, and its page shows it.
    To keep differences from repeating old words only, use show_old: no, not this command.
help-redact-issue = Only in this issue (default: the whole notice)
help-redact-measure = Only in this measure
help-redact-update = Only in this entry
help-redact-text = A file with the words; - for standard input; asked for if not given
help-redact-kind = What kind of words:
help-redact-by = Which post authorised it
help-redact-on = The day (default: today in China)
redact-ask-words = The words to take out:
redact-no-words = there are no words to take out
redact-no-words-hint = write them into a file named by --text-from, or pipe them with --text-from -; never on the command line
redact-short = the words must be two characters at least
redact-short-hint = take a single character out together with those beside it
redact-no-part = the notice has no "{ $id }"
redact-place = { $file } { $place }: { $times }
redact-place-now = working files { $place }: { $times }
redact-name = { $file } (recorded file name): { $times }
redact-file = Changes: { $path }
redact-left-same = The same words still stand in { $path }, line { $line }.
redact-left-near = Similar words still stand in { $path }, line { $line }.
redact-left-name = The name of this file holds the words: { $path }
redact-attachments = Attachments not looked into: { $files }.
redact-nowhere = the words were not found; nothing was changed
redact-copies-alone = the words stand in no file and in no edition, but { $copies ->
    [one] in one copy
   *[other] in { $copies } copies
} kept for gongkai undo
redact-copies-gone = { $copies ->
    [one] The copy with the words was deleted.
   *[other] The { $copies } copies with the words were deleted.
}
redact-nowhere-hint = check the words and the scope; where other places or forms are listed above, try those
redact-ask = what is taken out cannot be brought back, so a person has to agree to it
redact-sure = What is taken out cannot be brought back. Take it out?
redact-done = Taken out. Files changed: { $files }. Digests retired: { $digests }.
redact-elsewhere =
    Copies may remain where this program cannot reach; see to each:
    - the published site: run gongkai build, publish again, and clear the caches of the delivery network
    - copies elsewhere: reprints, downloads, paper and archive packages; ask for each back, or have it destroyed
    - caches of search engines and web archives: ask each to remove or renew its copy
    - the history of a version-control system such as Git: old commits hold the words; rewrite the history and clone anew everywhere
    - backups, synchronised folders and editors' temporary files: clear them as the rules of secrecy ask
    If a state secret was among them, report it to the secrecy authority at once.
redact-words-file = Delete the file that held the words just now, safely.
redact-unfit-shape = "{ $path }" has no place that can safely be changed; nothing was changed
redact-unfit-hint = write the words in that file plainly (no escapes, each field on a line of its own) and try again
redact-broken = without the words the content would not load; nothing was changed
redact-stands = the words would still stand in { $file } { $place }; nothing was changed
redact-stands-hint = the text there is put together from fields or has escapes: write it out first, then try again
help-edition-hide-old = Keep differences from repeating the old words; the older edition still holds them, and only redact removes them
help-update-hide-old = Keep differences from repeating the corrected entry (show_old: no); it still stands, and only redact removes it
diff-corrected-unseen = Words were corrected; what stood before is not repeated. Correction: { $why }
diff-corrected = {"  "}measure { $id } { $date }: this entry was corrected later; its words are not repeated. Reason: { $why }
diff-correction = {"  "}measure { $id }, { $date }: { $text } (a correction, because: { $why })
diff-withdrawn = {"  "}withdrawn: { $address } ({ $date }), because: { $why }
