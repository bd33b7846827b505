check-issue-gone = the issue "{ $id }" was published, and is gone
check-measure-gone = the measure "{ $id }" was published, and is gone
check-update-gone = the entry "{ $id }" was published, and is gone
check-gone-hint = what was published is not taken away unseen: put it back as it was, or say under withdrawn in notice.yaml when and why it was withdrawn
check-update-changed = the entry "{ $id }" was published as "{ $was }", and now reads "{ $now }"
check-update-hint = put it back as it was published; what is wrong in it is put right by a new entry
check-due-moved = the deadline was published as { $due }, and does not change after that
check-due-moved-hint = put it back as it was published; to move it, add an extension with the day it was granted, the new deadline and the reason
check-extensions = an extension that was published has been changed
check-extensions-hint = put it back as it was published; a further extension is added after it
check-published-so = published so
check-unsigned = nobody has signed as "{ $role }" yet
check-signature-lapsed = the signatures are for another text: it changed after they were given, or no digest is written down
check-two-reviews = "{ $post }" signed two reviews, "{ $one }" and "{ $other }"
check-after = a published close-out, reopening or look back was changed or removed
check-aliases = the ids of before (aliases) are not those that were published, or in another order: the oldest comes first
check-after-hint = keep what was published, and write what is new after it
check-redaction-gone = a published record of a redaction was removed or changed: { $note }
check-redaction-gone-hint = put it back under redactions in notice.yaml as it was published
check-redacted-back = words were taken out of "{ $place }", and the note left there is gone: { $note }
check-redacted-back-hint = write { $note } back in its place; what stood there may not be published again
check-withdrawal-gone = a published withdrawal was removed or changed: { $address }
check-withdrawal-gone-hint = put it back under withdrawn in notice.yaml as it was published
check-withdrawn-there = "{ $address }" is said to be withdrawn, and still stands in the files
check-withdrawn-there-hint = take it out of the files, or remove this withdrawal
check-withdrawn-unknown = "{ $address }" is said to be withdrawn, and no edition ever held it
check-withdrawn-unknown-hint = check the ids; what was never published needs no withdrawal and can just be removed
check-notice-later = the notice is dated { $date }, after { $day } for which the site is built, and is published all the same
check-notice-later-hint = to publish it on its day, build on its day; --as-of sets the day
check-entries-later = { $n ->
    [one] { $n } entry is dated after { $day }; it is of { $date } and shows from that day on
   *[other] { $n } entries are dated after { $day }; the first is of { $date }, and each shows from its day on
}
check-edition-first-later = the first edition is of { $date }, after { $day }, so "{ $slug }" is not public before
check-edition-first-later-hint = build on that day; where the date is a slip, delete this file while nobody has seen it, and make the edition anew with gongkai edition
check-edition-later = this edition is of { $date }, after { $day }; it is published from that day on
check-edition-later-hint = until then the edition before it stands; to publish it now, give a day with --as-of
