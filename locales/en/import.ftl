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
import-title = Title: { $title }
import-signed = Signed: { $issuer }, { $date }
import-inspection = Inspection: { $by }, { $from } to { $to }, feedback { $feedback }
import-contact = Contact: telephone { $phone }; address { $address }; email { $email }
import-done = Wrote content/notices/{ $slug }: { $files ->
    [one] 1 file
   *[other] { $files } files
}.
import-empty-line = (empty line)
import-title-made = The text does not begin with a title; pages will show: { $title }
import-encoding-look = It is no UTF-8 and was read as GB18030; see that the first line is right: { $text }
import-prose = { $lines ->
    [0] Nothing is left as prose: all { $all } lines became headings, issues and measures.
    [one] Left as prose in its place: 1 of { $all } lines, { $share }% of the characters (line { $where }).
   *[other] Left as prose in their place: { $lines } of { $all } lines, { $share }% of the characters (lines { $where }).
}
import-unit-sure = Unit (likely, named { $times ->
    [one] once
   *[other] { $times } times
}, first on line { $line }): { $names }
import-unit-unsure = Unit (a guess, in comments only, named { $times ->
    [one] once
   *[other] { $times } times
}, first on line { $line }): { $names }
import-unit-signs = Unit (signs the notice): { $names }
import-units-more = { $count ->
    [one] 1 more unit stands
   *[other] { $count } more units stand
} in site.yaml.
import-units-by-hand = There is a site.yaml already, and it was left alone; add the units you need to it.
import-none = NO ISSUE WAS RECOGNISED: the text has no issues numbered as “问题1：”, no labels such as “整改进展情况：”, and not two numbered titles that name a problem (“1.关于……的问题。”), so it stays prose
import-none-number = NO ISSUE WAS RECOGNISED: labels such as “整改情况：” are there, but no line above them begins an issue (“问题1：”, “1.……”, “(一)……” or “反馈问题：”), so it stays prose
import-none-label = NO ISSUE WAS RECOGNISED: issues numbered as “问题1：” are there, but neither a label such as “整改情况：” nor a numbered measure such as “(1)” stands under them, so it stays prose
import-none-unheld = NO ISSUE WAS RECOGNISED: issues are there, but written as entries they would not export to the same text, so all of it stays prose
import-none-hint = no page will show issues, statuses or progress; name the headings under outline: in notice.yaml (printed: no for one that the text does not have), move each issue to a file in issues/, set numbering: to the printed forms (e.g. issue: "问题1：", measure: "(1)"), and compare with gongkai export --format txt
import-doubtful = line { $line } looks like a heading or a measure of its own, but its number does not follow; it was left in the measure above it: { $text }
import-doubtful-hint = if it is one, move it from the issue's file to outline: in notice.yaml, or under measures:, and give its number: there
import-no-contact = the end of the text gives no { $missing }
import-no-contact-hint = the rules on publication ask for a telephone, a postal address and a mail address; add them under contact: in notice.yaml
import-phone = telephone
import-address = address
import-email = mail address
import-empty = "{ $file }" holds no text
import-empty-hint = see whether it was saved, and save it again as plain text in UTF-8
import-word = "{ $file }" is a document of Word or WPS; import reads plain text
import-office = "{ $file }" is an office file or an archive; import reads plain text
import-word-hint = open it, use “Save as”, choose plain text (*.txt) with the encoding UTF-8, and import that file
import-sheet = "{ $file }" is a workbook; import reads plain text
import-sheet-hint = copy the text of the notice into a text file (*.txt), save it as UTF-8, and import that file
import-pdf = "{ $file }" is a PDF; import reads plain text
import-picture = "{ $file }" is a picture; import reads plain text
import-pdf-hint = select and copy its whole text into a text file (*.txt), save it as UTF-8, and import that file; a scan has to go through text recognition first
import-html = "{ $file }" is a web page; import reads plain text
import-html-hint = open it in a browser, copy the notice into a text file (*.txt), save it as UTF-8, and import that file
import-blank = { $lines ->
    [one] 1 line holds
   *[other] { $lines } lines hold
} nothing but spaces and may keep a measure or a heading from being recognised
import-blank-hint = remove what was written and import again with --tidy-space, which drops empty lines and spaces at line ends
import-counts-none = Recognised no heading, no issue and no measure.
import-near = { $count ->
    [0] no line comes near
   *[other] the lines that come nearest:{ $lines }
}
