import-no-date = the text does not end with a date
import-no-date-hint = give the date of the notice, for example --date 2025-12-26
import-no-issuer = neither the end of the text nor its title says who signs
import-no-issuer-hint = name the issuer with --issuer
import-differs = the files would not export to the same text, so nothing was written
import-differs-hint = the lines that differ follow (- as given, + as exported); if only spaces at line ends or uneven empty lines are to blame, try again with --tidy-space
import-proved = Proved: the files export to the very same text (the input was { $encoding }).
import-counts = Recognised { $parts ->
    [one] 1 part
   *[other] { $parts } parts
}, { $sections ->
    [one] 1 section
   *[other] { $sections } sections
}, { $topics ->
    [one] 1 topic
   *[other] { $topics } topics
}, { $issues ->
    [one] 1 issue
   *[other] { $issues } issues
} and { $measures ->
    [one] 1 measure
   *[other] { $measures } measures
}; { $pins ->
    [0] every number is in sequence
    [one] 1 number out of sequence was pinned as printed
   *[other] { $pins } numbers out of sequence were pinned as printed
}.
import-share = { $structured } characters became entries; { $prose } stay as prose in their place.
import-title = Title: { $title }
import-title-made = The text has no title; pages will show: { $title }
import-signed = Signed: { $issuer }, { $date }
import-inspection = Inspection: { $by }, { $from } to { $to }, feedback { $feedback }
import-contact = Contact: telephone { $phone }; address { $address }; email { $email }
import-unit-sure = Unit (likely, named { $times ->
    [one] once
   *[other] { $times } times
}): { $names }
import-unit-unsure = Unit (please check, named { $times ->
    [one] once
   *[other] { $times } times
}): { $names }
import-units-by-hand = There is a site.yaml already, and it was left alone; add the units you need to it.
import-done = Wrote content/notices/{ $slug }: { $files ->
    [one] 1 file
   *[other] { $files } files
}.
import-empty-line = (empty line)
