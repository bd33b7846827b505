import-no-date = the text does not end with a date
import-no-date-hint = give the date of the notice, for example --date 2025-12-26
import-no-issuer = neither the end of the text nor its title says who signs
import-no-issuer-hint = name the issuer with --issuer
import-differs = the files would not export to the same text, so nothing was written
import-differs-space = the lines below (- as given, + as exported) differ by empty lines or spaces at their ends alone: import again with --tidy-space, which drops those and changes no word
import-differs-hint = the lines that differ follow (- as given, + as exported); if only spaces at line ends or uneven empty lines are to blame, try again with --tidy-space
import-proved-tidy = Proved: the files export to the same text, but for the empty lines and the spaces at line ends that were dropped.
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
    [one] 1 number out of sequence or of another form was pinned as printed
   *[other] { $pins } numbers out of sequence or of another form were pinned as printed
}.
import-parted = The text says that there are { $n } measures, and just as many paragraphs without numbers stand under its issues: each is a measure.
import-joined = { $n ->
    [one] 1 issue has
   *[other] { $n } issues have
} several paragraphs without numbers, taken for one measure an issue; to split it, make each paragraph of its text: an entry of its own under measures:, with its own id (the exported text stays the same).
import-suggested = { $n ->
    [one] 1 status was inferred from wording ({ $kinds }); it counts as not stated until a person confirms it
   *[other] { $n } statuses were inferred from wording ({ $kinds }); they count as not stated until a person confirms them
}{ $rest ->
    [0] {""}
    [one] . Of 1 measure the wording says nothing clear
   *[other] . Of { $rest } measures the wording says nothing clear
}
import-suggested-none = The wording of no measure says clearly how far it is.
import-title = Title: { $title }
import-signed = Signed: { $issuer }, { $date }
import-inspection = Inspection: { $by }, { $from } to { $to }, feedback { $feedback }
import-period = Concentrated rectification until { $day }
import-contact = Contact: telephone { $phone }; address { $address }; email { $email }
import-postcode = Postcode: { $postcode }
import-hours = Hours: { $hours }
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
import-assigned = { $n ->
    [one] 1 measure
   *[other] { $n } measures
} got the unit that the text names (责任单位：……).
import-assigned-words = { $n ->
    [one] 1 measure
   *[other] { $n } measures
} got no unit, since of what the text gives as 责任单位, { $words } is not plainly the name of one body, and site.yaml lists no such unit: { $where }
import-assigned-words-hint = if it is a body, put it under units: in site.yaml (name or aliases), remove the folder of the notice and import it again; if not, set unit: and with: by hand
import-assigned-several = { $n ->
    [one] 1 measure
   *[other] { $n } measures
} got no unit, since the text gives several under the issue (责任单位：……), and the measure names none of them or more than one: { $where }
import-assigned-shared = { $n ->
    [one] 1 measure
   *[other] { $n } measures
} got no unit, since the line 责任单位：…… stands under the last of several measures and may speak of it or of all: { $where }
import-assigned-open-hint = set unit: and with: there by hand
import-assigned-unknown = { $n ->
    [one] 1 measure
   *[other] { $n } measures
} got no unit, since site.yaml has none of these names: { $names }
import-assigned-unknown-hint = add them under units: in site.yaml and set unit: on the measures, or remove the folder of the notice and import it again
import-none = NO ISSUE WAS RECOGNISED: the text has no issues numbered as “问题1：”, no labels such as “整改进展情况：”, and not two numbered titles that name a problem (“1.关于……的问题。”) or say what is wrong over numbered measures (“1.……不严格。”, “（1）……”), so it stays prose
import-none-number = NO ISSUE WAS RECOGNISED: labels such as “整改情况：” are there, but no line above them begins an issue (“问题1：”, “1.……”, “(一)……” or “反馈问题：”), so it stays prose
import-none-label = NO ISSUE WAS RECOGNISED: issues numbered as “问题1：” are there, but neither a label such as “整改情况：” nor a numbered measure such as “(1)” stands under them, and no two that count on are titles over a paragraph, so it stays prose
import-none-unheld = NO ISSUE WAS RECOGNISED: issues are there, but written as entries they would not export to the same text, so all of it stays prose
import-none-hint = no page will show issues, statuses or progress; name the headings under outline: in notice.yaml (printed: no for one that the text does not have), move each issue to a file in issues/, set numbering: to the printed forms (e.g. issue: "问题1：", measure: "(1)"), and compare with gongkai export --format txt
import-doubtful = line { $line } looks like a heading or a measure of its own, but it has no number, or one that does not follow; it was left in the measure above it: { $text }
import-doubtful-hint = if it is one, move it from the issue's file to outline: in notice.yaml, or under measures:, and give its number: there
import-left = { $n ->
    [one] 1 line begins with a number as headings or issues of this notice do; whether it is one could not be decided, and it was
   *[other] { $n } lines begin with a number as headings or issues of this notice do; whether they are such could not be decided, and they were
} left in the measures or the prose where { $n ->
    [one] it stands
   *[other] they stand
}:{ $lines }
import-left-hint = a list within a measure may stay; a heading goes to outline: in notice.yaml, an issue into a file of its own, a measure under measures:, and number: says there what is printed
import-no-contact = the end of the text gives no { $missing }
import-no-contact-hint = the rules on publication ask for a telephone, a postal address and a mail address; add them under contact: in notice.yaml
import-phone = telephone
import-address = address
import-email = mail address
import-empty = "{ $file }" holds no text
import-empty-hint = see whether it was saved, and save it again as plain text in UTF-8
import-office = "{ $file }" is an archive or an office file of another kind; import reads text, Word documents, web pages and workbooks
import-word-hint = open it, use “Save as”, choose Word document (*.docx), and import that file
import-pdf = "{ $file }" is a PDF; import reads text, Word documents, web pages and workbooks
import-picture = "{ $file }" is a picture; import reads text, Word documents, web pages and workbooks
import-pdf-hint = select and copy its whole text into a text file (*.txt), save it as UTF-8, and import that file; a scan has to go through text recognition first
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
import-locked = "{ $file }" is kept by a password
import-locked-hint = open it, save a copy without a password, and import that
import-old-office = "{ $file }" is a document of an older or other program, and LibreOffice, which would convert it, is not on this machine
import-not-converted = LibreOffice could not make a Word document of "{ $file }"
import-old-office-hint = open it, use “Save as”, choose Word document (*.docx), and import that file; or install LibreOffice
import-proved-word = Proved: the files export to the very text taken from the document.
import-proved-web = Proved: the files export to the very text taken from the web page.
intake-broken = "{ $file }" is damaged or not what it seems, in { $part }: { $why }
intake-broken-hint = open it in the program that made it, save it anew, and import that file; nothing was written
intake-too-large = "{ $file }" holds more than a notice could, in { $part }; it was read no further
intake-doctype = "{ $file }" declares entities in { $part }, as no office program does; it was read no further
intake-again-hint = find out where the file comes from; copy the text of the notice into a new document, and import that
intake-no-document = "{ $file }" is a package without a document in it
intake-empty = "{ $file }" has no words in it
intake-empty-hint = a scan has to go through text recognition first; words in pictures are not read
intake-numbers = { $n ->
    [one] 1 number that the program counts by itself was worked out and written
   *[other] { $n } numbers that the program counts by itself were worked out and written
}
intake-rows = { $n ->
    [one] 1 row of a table is now a line of cells in bars
   *[other] { $n } rows of tables are now lines of cells in bars
}
intake-footnotes = { $n ->
    [one] 1 note at the foot is now a line below its paragraph
   *[other] { $n } notes at the foot are now lines below their paragraphs
}
intake-title-lines = the lines of the title were joined:{ $texts }
intake-margins = { $n ->
    [one] 1 header or footer was left out:{ $texts }
   *[other] { $n } headers and footers were left out:{ $texts }
}
intake-boxes = { $n ->
    [one] 1 text box was left out, since it stands in no order with the text:{ $texts }
   *[other] { $n } text boxes were left out, since they stand in no order with the text:{ $texts }
}
intake-deleted = { $n ->
    [one] 1 tracked deletion was taken as accepted:{ $texts }
   *[other] { $n } tracked deletions were taken as accepted:{ $texts }
}
intake-inserted = { $n ->
    [one] 1 tracked insertion was taken as accepted:{ $texts }
   *[other] { $n } tracked insertions were taken as accepted:{ $texts }
}
intake-hidden = { $n ->
    [one] 1 passage of hidden text was left out:{ $texts }
   *[other] { $n } passages of hidden text were left out:{ $texts }
}
intake-comments = { $n ->
    [one] 1 comment was left out:{ $texts }
   *[other] { $n } comments were left out:{ $texts }
}
intake-pictures = { $n ->
    [one] 1 picture or embedded object was left out
   *[other] { $n } pictures and embedded objects were left out
}
intake-symbols = { $n ->
    [one] 1 character of a symbol font is now □; see what it should be
   *[other] { $n } characters of symbol fonts are now □; see what they should be
}
intake-macros = the document holds macros; they were neither read nor run
intake-around = { $n ->
    [one] 1 line around the article was left out:{ $texts }
   *[other] { $n } lines around the article were left out:{ $texts }
}
intake-hidden-sheets = { $n ->
    [one] 1 sheet is hidden; it was read like the others:{ $texts }
   *[other] { $n } sheets are hidden; they were read like the others:{ $texts }
}
intake-formulas = { $n ->
    [one] 1 cell holds a formula; the value that was saved with it is taken:{ $texts }
   *[other] { $n } cells hold formulas; the values that were saved with them are taken:{ $texts }
}
intake-linked = the file leans on other files; they were not opened:{ $texts }
ledger-no-head = no row names the columns of a ledger
ledger-no-head-hint = one row has to name three of them, such as 具体问题, 整改措施, 责任单位, 完成时限, 整改状态; correct the names in the workbook and import it again
ledger-too-many = the ledger has more than { $n } measures, which no ledger has
ledger-too-many-hint = look whether rows or numbers were repeated by mistake, and import what is left
ledger-no-date = nothing over the table says of which day the ledger is
ledger-no-issuer = nothing over the table says whose ledger it is
ledger-units = site.yaml does not have these units: { $names }
ledger-units-hint = add them under units: in site.yaml with ids of your own, or as aliases of units that are there:{ $lines }
ledger-proved = Proved: the words of every cell are in the files, or are named below.
ledger-sheet = Sheet “{ $sheet }”: { $issues ->
    [one] 1 issue
   *[other] { $issues } issues
}, { $measures ->
    [one] 1 measure
   *[other] { $measures } measures
}.
ledger-entries = Progress and evidence became { $n ->
    [one] 1 dated entry
   *[other] { $n } dated entries
}.
ledger-undated = { $n ->
    [one] 1 entry has no day of its own and took that of the ledger
   *[other] { $n } entries have no day of their own and took that of the ledger
}
ledger-undated-hint = correct date: where you know the day; once an edition is published, entries stay as they are
ledger-suggested = { $n ->
    [one] 1 status was inferred from wording; it counts as not stated until a person confirms it
   *[other] { $n } statuses were inferred from wording; they count as not stated until a person confirms them
}
ledger-suggested-hint = look at each status_basis: wording, correct the status where needed, and take that line out
ledger-unit-list = Units: { $names }
ledger-left = “{ $place }”: { $n ->
    [one] 1 cell is in no file
   *[other] { $n } cells are in no file
}:{ $texts }
edited-refused = { $n ->
    [one] 1 cell cannot be taken in, so nothing was written:
   *[other] { $n } cells cannot be taken in, so nothing was written:
}
edited-refused-hint = put them right in the workbook, or export it anew, and import it again
edited-twice = the id { $id } stands on another row as well; leave the id of a new row empty
edited-unknown = there is nothing with the id { $id } in the files; leave the id of a new row empty
edited-locked = “{ $name }” is filled in by the tool and was changed; put the old words back
edited-empty = “{ $name }” is empty; what is published is taken back with withdrawn: in notice.yaml, not by leaving it out
edited-unit = site.yaml has no unit “{ $name }”; add it there under units: or as one of its aliases:
edited-day = “{ $words }” is not a date; write it like 2025-12-26
edited-day-alone = { $words } stands alone, without what was done on that day; write the entry (新增进展情况) or its evidence, or delete the day
edited-status = “{ $words }” is no status; choose one of the list
edited-status-gone = a status that was stated cannot be taken back; choose the one that holds now
edited-area = there is no heading “{ $words }” in notice.yaml; write one that is there, or add it to the outline first
edited-entry = the entry { $id } was changed; entries stay as they were made, and what is wrong is put right by a new one: gongkai update --corrects
edited-absent = in the files and not in the workbook; it stays: { $ids }
edited-there = in the files already, so not added again: { $ids }
edited-left = “{ $place }”: { $n ->
    [one] 1 cell goes into no file
   *[other] { $n } cells go into no file
}:{ $texts }
edited-left-hint = write new entries beside their measure on the sheet 台账 (新增进展日期, 新增进展情况, 新增佐证材料), and the rest into the columns that are there
edited-undated = { $n ->
    [one] 1 new entry says no day and takes
   *[other] { $n } new entries say no day and take
} { $day }
edited-undated-hint = if another day is meant, write it beside the entry (新增进展日期) or give --date; once published, an entry stays
edited-none = The workbook says what the files say; nothing to change.
edited-done = Wrote { $changes ->
    [one] 1 change
   *[other] { $changes } changes
} into { $files ->
    [one] 1 file
   *[other] { $files } files
}.
edited-stale = the files have changed since this workbook was made
edited-stale-hint = look at each change above: some may undo what was done since; else export the workbook anew
edited-stale-yes = with --yes nobody would see what is undone, so nothing was written
edited-ask = nobody is there to agree to the changes, so nothing was written
edited-ask-hint = look at them with --dry-run, then write them with --yes
edited-not-stated = not stated
