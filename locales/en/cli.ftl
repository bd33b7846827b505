word-error = error
word-warning = warning
word-note = note
word-list = ,{" "}
word-hint = help
help-about = Turns issues and their corrective measures into the public notice, a page per issue and a progress index
help-root = Folder that holds content/ (default: here)
help-lang = Language of messages: zh-CN or en
help-new = Make a site with a worked example
help-new-dir = Folder of the new site
help-import = Turn a notice or a ledger you have into content files, written only once proved
help-import-file = A notice (text, Word document, web page; with LibreOffice .doc, .wps, .odt, .rtf) or a ledger (.xlsx, .ods, CSV; with LibreOffice .xls, .et)
help-slug = Folder name of the notice and its address, such as 2025-xcb
help-suggest = Infer statuses from wording; published as not stated until a person confirms them
help-tidy = Drop spaces at line ends and empty lines before importing
help-date = Date of the notice, where the text has none
help-issuer = Who signs, where the text does not say
help-check = Check the content as a proof-reader and an auditor would
help-format = Format of diagnostics
help-deny = Fail on warnings too
help-build = Build the site
help-serve = Show the site in a browser while it is being written; pages follow every edit
help-port = Port to listen on; 0 takes any that is free
help-host = Address to listen on; by default nobody but this machine can connect
help-out = Output folder (default: public)
help-as-of = Day whose record is shown (default: today in China)
help-export = Export a notice as a document, text or data
help-font-dir = Take fonts from this folder alone (default: those of the machine)
help-export-format = Format of the export (default: that of the name of the file, else txt)
help-export-yes = Write over a ledger that was edited and not imported
help-output = Write to a file instead of standard output
help-status = Show progress, and what is overdue or due soon
help-due = How many days ahead count as soon
cli-labelled = { $name }: { $text }
check-errors = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
} in all.
check-well = No errors: { $notices ->
    [one] 1 notice
   *[other] { $notices } notices
}, { $issues ->
    [one] 1 issue
   *[other] { $issues } issues
}, { $measures ->
    [one] 1 measure
   *[other] { $measures } measures
}.
cli-bad-date = "{ $text }" is not a date
cli-bad-date-hint = write it like 2025-12-26
build-done = Built { $pages ->
    [one] 1 page
   *[other] { $pages } pages
} in { $folder }: { $written } written, { $removed } removed, { $unchanged } unchanged.
export-unknown = there is no notice called "{ $slug }"
export-not-public = “{ $slug }” is not public at present, so there is nothing to paste
help-with-edition = Export the latest edition (txt, docx, pdf), with a last line that names its date and digest
help-with-attachments = After the text, list the files that entries cite (docx, pdf)
export-attachments = Attachments:{" "}
export-attachments-docx = only the formats docx and pdf list attachments
export-suffix = there is no format of the suffix "{ $ends }"
export-suffix-hint = suffixes that say a format: { $known } (.docx for .doc, .xlsx for .xls); none is text; for another name, say the format with --format
export-edition-format = only the formats txt, docx and pdf export an edition and name its date and digest
export-edition-format-hint = leave --with-edition out; the data of editions are in the folder editions, and gongkai archive packs them too
export-file = this format is not for the screen: say with -o which file to write
export-character = no Word document or workbook can hold the character { $character }, which stands in “{ $place }”
export-character-hint = take it out of the content: it is an invisible control character, often left by a copy from elsewhere
export-too-much = more than the file format can hold: { $error }
export-long-cell = “{ $place }” is longer than a cell of a workbook can hold (32,767 characters)
export-long-cell-hint = split it in the content files, or export with --format csv, which has no such limit
export-edition = (Edition of { $date }, digest { $digest })
export-no-edition = “{ $slug }” has no edition yet
export-no-edition-hint = make one with gongkai edition; for the text as it stands, leave --with-edition out
export-folder = this format is a folder: say with -o where to put it
export-waiting = this is the text of the files; edition { $edition } says otherwise (--with-edition exports what is public)
export-over-edited = “{ $file }” says something else than the files in { $n ->
    [one] 1 place
   *[other] { $n } places
}, which would be lost; no file was written
export-over-edited-hint = see where with gongkai import { $file } --dry-run, and import it; or choose another name with -o; if it may go, add --yes
export-over-other = “{ $file }” exists already and is no ledger of this notice; no file was written
export-over-other-hint = choose another name with -o; if it may go, add --yes
export-done = Wrote { $file }.
export-portal = Written to “{ $folder }”: { $files }
print-not-built = this program was built without the typesetter that makes PDF files
print-not-built-hint = take a program that has it; to build one, add --features pdf
print-role-title = the title (小标宋)
print-role-heading = headings of the first level (黑体)
print-role-section = headings of the second level (楷体)
print-role-text = the text (仿宋)
print-role-number = page numbers (宋体)
print-stand-in = some of the fonts that official papers are set in are not there, and others stand in: { $fonts }
print-stand-in-one = “{ $family }” for { $role }
print-stand-in-hint = install the fonts that official papers are set in, or name a folder of font files with --font-dir; gongkai fonts lists what is there
print-no-font = there is no Chinese font for: { $roles }
print-no-font-hint = install 小标宋, 黑体, 楷体, 仿宋 and 宋体, or Noto Serif CJK SC and Noto Sans CJK SC (Debian, Ubuntu: apt install fonts-noto-cjk); or name a folder of font files with --font-dir. gongkai fonts lists what is there
print-character = “{ $character }” ({ $code }, in “{ $place }”)
print-no-glyph = none of the fonts has: { $characters }
print-no-glyph-hint = for rare characters in names, install Noto Serif CJK SC (Source Han Serif); for rarer ones, SimSun-ExtB or Plangothic. Invisible control characters are to be taken out of the content
print-private = the character { $character } is from a private area: on another machine it is another character, so PDF/A cannot hold it
print-private-hint = write it with its own code; where it has none, as it is usually written otherwise
print-typesetter = “{ $slug }” cannot be set: { $error }
print-overfull = “{ $slug }” has more to say than one page has room for
print-overfull-hint = shorten the title or the contact
poster-not-public = “{ $slug }” is not public at present, so it cannot be put up
poster-not-public-hint = until when it is public stands in its notice.yaml, public_until
poster-no-address = it is not known at which address “{ $slug }” is published, so there is no code to it
poster-no-address-hint = write the address of the site in site.yaml, such as base_url: https://www.example.gov.cn/record/
poster-summary = Summary
poster-progress = Progress
poster-contact = Contact
poster-as-of = As recorded by { $date }
poster-issuer = Issued by
poster-by = Inspected by
poster-when = From
poster-feedback = Findings
poster-what = Answered
poster-span = { $from } to { $to }
poster-found = { $issues } { $issues ->
    [one] issue
   *[other] issues
 }, { $measures } { $measures ->
    [one] measure
   *[other] measures
 }
poster-issues = issues finished
poster-measures = measures finished
poster-states = Measures:{" "}
poster-between = ,{" "}
poster-state = { $n } { $status ->
    [not_started] not started
    [in_progress] in progress
    [blocked] blocked
    [basically_done] basically done
    [done] done
    [done_ongoing] done and kept up
   *[other] not stated
 }
poster-phone = Telephone
poster-hours = Hours
poster-address = Address
poster-email = Mail
poster-scan = Scan for the whole notice
poster-alt = A code that holds the address { $url }
poster-version = Edition of { $date }, digest { $digest }
export-known = there are: { $known }
export-known-none = there is no notice yet: gongkai import takes one in
new-done = Made an example site in { $folder }: { $files ->
    [one] 1 file
   *[other] { $files } files
}. Next: gongkai -C { $folder } build. Only text meant for the public belongs here; keep classified and internal papers out.
help-usage = Usage:{" "}
help-commands = Commands:
help-options = Options:
help-arguments = Arguments:
help-values = [one of: { $values }]
help-help = Print this help
help-version = Print the version
usage-subcommand = there is no command "{ $text }"
usage-argument = "{ $text }" is not understood here
usage-value = "{ $text }" cannot be the value of { $argument }
usage-missing = missing: { $argument }
usage-command-missing = a command is missing
usage-other = the command line is not understood: { $detail }
usage-nearest = did you mean "{ $text }"?
usage-possible = possible: { $values }
usage-help = gongkai{ $command } --help shows how it is used
help-update = Append an entry to a measure
help-update-issue = Id of the issue
help-update-measure = Id of the measure, such as m1
help-update-notice = Folder name of the notice; needed where several have an issue of this id
help-update-date = Day of the entry (default: today in China)
help-update-status = Status from that day on, such as done
help-update-text = What was done
help-update-evidence = Title of evidence; may be given several times
help-update-corrects = Id of the entry that was wrong; it stays and is marked as corrected
help-update-reason = Why it had to be corrected
help-update-minor = Show it with its measure alone: no date of the record moves, and the feed is silent; never for a change of status
help-update-id = Id of the entry (default: the next number)
help-update-set-status = Where the measure has a status of its own that would disagree, change that too
help-update-dry-run = Show the lines that would change, and write nothing
ask-day = On which day was it done (Enter for today, { $day }):
ask-no-day = “{ $text }” is not a day: write it as 2025-09-30
ask-status = Status ({ $choices }; Enter leaves it { $now }):
ask-status-or-none = Status ({ $choices }; Enter for none):
ask-reason = Why is it corrected?
ask-text = What was done?
ask-evidence = Evidence (one title a line, Enter to end):
ask-write = Write it?
ask-undo = Put { $files ->
    [one] this file
   *[other] these { $files } files
} back?
ask-or-yes = { $question } [Y/n]
ask-or-no = { $question } [y/N]
ask-yes-or-no = “{ $text }” is not understood: answer y or n
ask-choices = 1 not_started, 2 in_progress, 3 blocked, 4 basically_done, 5 done, 6 done_ongoing
ask-no-status = there is no status “{ $text }”: give its number or its name
ask-required = this has to be filled in
ask-set-status = The measure itself says status: { $stated }. Change it to { $new }?
ask-gone = the answers broke off; nothing was written
update-no-issue = there is no issue "{ $id }"
update-no-measure = the issue has no measure "{ $id }"
update-which = several notices have an issue "{ $id }"
update-which-hint = add --notice with one of: { $slugs }
update-need-status = the status of this measure is written beside it and holds only while there is no entry, so the entry has to state one
update-need-status-hint = add --status, as in --status in_progress
update-status-disagrees = the measure itself says status: { $stated }, but the entry says { $new }
update-status-disagrees-hint = add --set-status to change that line too
update-unfit-shape = "{ $path }" is written in a way that has no safe place for the entry; nothing was written
update-unfit-encoding = the encoding of "{ $path }" would not come back byte for byte; nothing was written
update-unfit-hint = add the entry by hand in an editor; UTF-8 is the encoding to save in
entry-before-inspection = a new entry in "{ $path }" is dated { $date }, before the inspection began on { $from }
entry-before-inspection-hint = see whether the year is right; once published, an entry stays
update-dry-run = Only a look: nothing was written.
update-left = Nothing was written.
update-done = Wrote entry { $id } to { $path }.
help-silent = After how many days without an entry a measure is silent (default: 90)
help-status-format = Format of the output
status-day = As of { $day }
status-notice = { $title } ({ $slug })
status-issues = Issues
status-measures = Measures
status-finished = { $finished } of { $total } finished
status-unstated = { $n } not stated
status-promise = {"  "}Next update by { $due }
status-promise-passed = {"  "}An update was promised by { $due }, which has passed; the last entry is of { $last }
status-overdue = {"  "}Overdue: { $n ->
    [one] 1 issue
   *[other] { $n } issues
}
status-due = {"  "}Due within { $days } days: { $n ->
    [one] 1 issue
   *[other] { $n } issues
}
status-silent = {"  "}Unfinished, and silent for more than { $days } days: { $n ->
    [one] 1 measure
   *[other] { $n } measures
}
status-no-unit = no unit
status-days-ago = { $n ->
    [one] 1 day ago
   *[other] { $n } days ago
}
status-days-ahead = { $n ->
    [0] today
    [one] in 1 day
   *[other] in { $n } days
}
status-unit = Unit
status-unit-led = Leads
status-unit-finished = Finished
status-unit-overdue = Overdue issues
status-unit-silent = Silent
cli-stdout = cannot write the result to standard output: { $error }
cli-no-root = there is no folder "{ $folder }"
cli-no-root-hint = -C names the folder that holds content/; gongkai new makes a new site
cli-no-content = there is no content/ in "{ $folder }"
cli-no-content-hint = begin with gongkai new <DIR>, or name the folder that holds content/ with -C
cli-into-content = "{ $path }" lies in content/ or holds it; what the tool makes is not written among what people write
cli-into-content-hint = name a place outside content/
help-archive = Pack the whole record of a notice into one file for the archives
help-archive-output = Name of the file; by default <notice>.zip
archive-done = Wrote { $file }: { $files ->
    [one] { $files } file
   *[other] { $files } files
}, with a list in index.html and checksums in SHA256SUMS
archive-too-much = this does not fit into one archive: { $error }
archive-about = The whole record of this notice: content files, every published edition, evidence, and texts that need no special program. The digest of each file is in SHA256SUMS as well; check it with sha256sum -c.
archive-file = File
archive-what = What it is
archive-size = Bytes
archive-sum = Digest (SHA-256)
archive-settings = Settings of the site, and its units
archive-head = Title, signature, contact and outline of the notice
archive-issue = An issue with its measures and entries
archive-frozen = A published edition, not changed since
archive-evidence = Evidence
archive-prose = A part of the notice's text
archive-txt = The full text of the notice
archive-json = All data of the notice
archive-edition = The full text of a published edition
help-examples = Examples:
help-command = Explain a command
help-which = Command to explain
help-fonts = List the fonts that papers are set in
fonts-role = Used for
fonts-family = Font
fonts-use = Order
fonts-file = File
fonts-first = first
fonts-stand-in = stands in
fonts-behind = for what is missing
fonts-order = What a font does not have comes from those below it.
help-theme = Make a theme of your own out of a shipped one, file by file
help-theme-new = Make a theme that starts as a shipped one
help-theme-name = Name of the theme and of its folder in themes/
help-theme-from = Shipped theme to start from (default: civic)
help-theme-copy = Copy files of the shipped theme into yours, to change them
help-theme-file = File of the shipped theme, such as templates/notice.html
help-theme-files = List the files of a theme, and which of them are its own
help-theme-which = Theme (default: civic)
theme-new-done = Made { $folder }, for now the same as { $base }. Next: set theme: { $name } in content/site.yaml, then gongkai theme copy { $name } templates/base.html or another file, and change it.
theme-new-taken = “{ $name }” is the name of a shipped theme
theme-new-taken-hint = choose another name
theme-copy-done = Copied { $files } into { $folder }
theme-copy-none = the shipped theme { $base } has no file “{ $path }”
theme-copy-alone = “{ $name }” stands over no shipped theme, so there is nothing to copy
theme-own-file = { $path } (own)
help-completions = Print a script that completes commands in a shell
help-completions-shell = Shell
examples-new =
    gongkai new my-site
    gongkai -C my-site build
examples-import =
    gongkai -C my-site import notice.txt --slug 2025-xcb
    gongkai -C my-site import notice.txt --slug 2025-xcb --date 2025-12-26 --suggest-status
examples-check =
    gongkai check
    gongkai check --fix --dry-run
    gongkai check --deny-warnings --format json > findings.jsonl
examples-build =
    gongkai build
    gongkai -C my-site build --out /srv/www --as-of 2025-12-31
    gongkai build --draft
examples-edition =
    gongkai edition 2025-xcb --dry-run
    gongkai edition 2025-xcb --date 2025-12-26 --note "first publication"
examples-diff =
    gongkai diff 2025-xcb
    gongkai diff 2025-xcb 2025-12-26 2026-03-31 --format json
examples-export =
    gongkai export 2025-xcb -o notice.txt
    gongkai export 2025-xcb --format docx -o notice.docx
    gongkai export 2025-xcb --format xlsx -o 台账.xlsx
    gongkai export 2025-xcb --format json --as-of 2025-12-31
examples-archive =
    gongkai archive 2025-xcb
    gongkai archive 2025-xcb -o /backup/2025-xcb.zip
examples-status =
    gongkai status
    gongkai status --due 14 --silent 60
    gongkai status --format json
examples-update =
    gongkai update duty-lax m1
    gongkai update duty-lax m1 --date 2025-09-30 --status done --text "…" --evidence "…"
    gongkai update duty-lax m1 --corrects u1 --reason "…" --text "…" --dry-run
examples-redact =
    gongkai redact 2025-xcb --issue duty-lax --measure m1 --kind personal --by "the deputy head" --dry-run
    gongkai redact 2025-xcb --text-from words.txt --kind personal --by "the deputy head"
examples-verify =
    gongkai verify public
    gongkai verify public --notice signed.txt --slug 2025-xcb
examples-theme =
    gongkai theme new our-county
    gongkai theme files our-county
    gongkai theme copy our-county templates/_foot.html assets/civic.css
examples-completions =
    gongkai completions bash > ~/.local/share/bash-completion/completions/gongkai
    gongkai completions zsh > ~/.zfunc/_gongkai
    gongkai completions powershell >> $PROFILE
serve-ready = Preview at { $address } (Ctrl+C ends it). It shows the working files, published or not
serve-well-again = no errors any more
serve-port = cannot listen on port { $port }: { $kind ->
    [taken] another program listens there
    [elsewhere] this machine does not have the address of --host
    [denied] the system does not allow it (ports below 1024 are kept for administrators)
   *[other] { $error }
}
serve-port-hint = --port 0 takes any port that is free; another preview may be running on this one
serve-watch = cannot watch the folder for changes: { $error }
help-explain = Explain the rules that check knows
help-explain-rule = Name of a rule; without one, all are listed
check-group = ── { $severity }, { $n }: { $title } ({ $code })
check-counted = Found { $errors } errors, { $warnings } warnings, { $notes } notes; gongkai explain <rule> explains a rule
check-refused = the record did not pass the check; nothing was written
check-refused-hint = mend each place above; where it is right as it stands, write there allow: [{"{"}rule: name, why: reason{"}"}]
explain-line = { $code } { $severity }  { $title }
explain-why = Why: { $text }
explain-wrong = Finds: { $text }
explain-right = Instead: { $text }
explain-set = Severity: in site.yaml, checks: {"{"}{ $code }: off|note|warning|error{"}"}; one place: in a notice, issue or measure, allow: [{"{"}rule: { $code }, why: reason{"}"}]
build-heaviest = Heaviest page of each kind, as gzip sends it: { $pages }
build-heavy = { $path } weighs { $size }; pages of its kind should stay below { $most }
kind-home = home
kind-notice = notice
kind-issue = issue
kind-progress = progress of a notice
kind-progress-index = progress of all
kind-unit = unit
kind-status = measures by status
kind-issues = issues by status
kind-edition = edition
help-compress = Put a gzip copy beside each text that gets smaller by it (index.html.gz)
help-zip = Pack the finished site into one archive, with a list of what changed since the one before
zip-changes = Against the archive before: { $added } new (+), { $changed } changed (*), { $removed } removed (-)
zip-done = Packed into { $file }: { $added } new, { $changed } changed, { $removed } removed since the archive before.
zip-same = { $file } stays as it is: no file changed since it was packed.
zip-inside = “{ $file }” lies in the site itself
zip-inside-hint = give the archive a place outside the output folder, which holds published files alone
zip-not-ours = “{ $file }” is there and is not an archive of a site, so it is left alone
zip-not-ours-hint = give another name, or move that file away
help-import-dry-run = Show what would be written, and write nothing
help-import-yes = Write the changes of an edited workbook without asking
