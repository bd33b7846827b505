skip-link = Skip to content
large-print = Large print
nav-main = Main
nav-crumbs = You are here
nav-issues = Other issues
nav-pages = Pages
previous-page = Previous page
next-page = Next page
newer-page = Newer entries
older-page = Older entries
older-updates = Older entries
period-ends = Rectification period ended
keywords = inspection, rectification, disclosure
column-type = Party affairs
site-description = The public record of inspection rectification
site-notice-description = Full text of the rectification notice
contact-title = Contact
phone = Telephone
email = Email
address = Address
hours = Hours
site-id = Site code
progress-title = Progress
updates-title = Updates
notices-title = Notices
latest-title = Latest updates
overall-measures = Measures by status
where-it-stands = Where it stands
see-progress = See progress
contents = Contents
status = Status
count-measures = Measures
count-issues = Issues
share = Share
total = Total
issuer = Issued by
published-at = Published
date = Dated
inspection = Inspection
closed = Closed out
overdue = Overdue
due = Due
units = Units
unit = Unit
helps = {" "}(helping)
list-sep = {", "}
clause-sep = {". "}
lead = Leader
original = Original finding
goal = Aim
extensions = Extensions
measures = Measures
with = Helped by{" "}
evidence = Evidence:{" "}
explanation = Background
explanation-note = An explanation; not part of the signed notice.
respond = Respond
respond-how = To comment on this issue, call, write a letter, or send mail: the mail link already carries the subject.
previous = Previous issue
next = Next issue
in-notice = Back to the notice
issue = Issue
notice = Notice
updated = Updated
measures-finished = Measures finished
by-issue = By issue
by-measure = By measure
by-section = By section
section = Section
by-unit = By unit
by-status = By status
also-called = Also called{" "}
not-found-title = Page not found
not-found-text = The address may be mistyped, or the page may have moved.
go-home = Go to the home page
status-not-started = Not started
status-in-progress = In progress
status-blocked = Blocked
status-basically-done = Basically done
status-done = Done
status-done-ongoing = Done and kept up
status-not-stated = Not stated
home-lede = Made public: { $notices ->
    [one] { $notices } notice
   *[other] { $notices } notices
}, { $issues ->
    [one] { $issues } issue
   *[other] { $issues } issues
}, { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
}.
finished-of = { $finished } of { $total } published measures are finished.
issues-finished-of = { $finished } of { $total } published issues are finished.
as-of-record = Record as of { $date }
as-of-day = Overdue as of { $date }
notice-counts = { $issues ->
    [one] { $issues } issue
   *[other] { $issues } issues
}, { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
}.{" "}
measures-done-n = { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}, { $done } finished
measures-n = { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}
overdue-n = { $n ->
    [one] { $n } overdue issue
   *[other] { $n } overdue issues
}
from-to = {" "}({ $from } to { $to })
feedback-on = , feedback on { $date }
standing-on = As of { $date }:{" "}
published-on = published { $time }
page-n = Page { $n } of { $total }
from-to-plain = { $from } to { $to }
extended-to = Extended to { $date }:{" "}
position = { $n } of { $total }
list-n = { $name } ({ $n ->
    [one] { $n } issue
   *[other] { $n } issues
})
unit-counts = Leads { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} and helps with { $helps }.
status-counts = { $n } of { $total } published measures { $n ->
    [one] stands
   *[other] stand
} here.
editions-title = Editions
edition-description = An edition of the notice
edition-of = Edition of { $date }, digest { $digest }
edition-named = Published { $date }
what-changed = What changed since the edition before
first-edition = This is the first edition.
older-edition = This is an older edition, kept as it was.
latest-edition = See the notice of today
edition-note = Note
as-published = The full text as published
digest = Digest (SHA-256)
nothing-changed = Nothing changed.
issues-then-now = Issues: { $then } of { $of } finished in the edition before, { $now } of { $total } in this one.
measures-then-now = Measures: { $then } of { $of } finished in the edition before, { $now } of { $total } in this one.
change-added = A new issue
change-removed = An issue withdrawn
change-reopened = Reopened
change-measure-added = New measure:{" "}
change-measure-removed = Measure withdrawn:{" "}
change-recurs = The same problem was found before:{" "}
change-recurs-elsewhere = The same problem was found before
change-recurs-gone = No longer said to repeat an earlier problem
change-under = Moved under “{ $to }”
field-inspection-by = Inspection team
field-inspection-from = Inspection began
field-inspection-to = Inspection ended
field-inspection-feedback = Feedback given
field-period-ends = Concentrated rectification ends
field-next-update-due = Next update due
field-public-until = Public until
field-contact-phone = Telephone
field-contact-address = Address
field-contact-email = Email
field-contact-postcode = Postcode
field-contact-hours = Telephone answered
field-translations = Translations
draft-banner = Draft: not published; please do not pass it on.
next-update = Next update by { $date }.
next-update-was = The notice was to be updated by { $date }, and has not been yet.
next-update-passed = The next update of this notice was due by { $date }; that day has passed, and the last entry is of { $last }.
corrects = Corrects{" "}
corrected-by = This entry was wrong and is corrected by{" "}
because = , because:{" "}
entry-of = the entry of { $date }
colon = :{" "}
reopened = Reopened
look-back = Look back
look-back-kept = The result holds
look-back-partial = Partly back
look-back-relapsed = The problem is back
found-before = Found before
found-again = Found again
moved = This issue has a new address
overdue-since = Overdue: was due { $date }
extended = extended
extended-n = extended { $n ->
    [one] once
   *[other] { $n } times
}
due-was = {" "}(first due { $date }, extended { $n ->
    [one] once
   *[other] { $n } times
})
due-moved = The deadline moved from { $from } to { $to }
due-set = The deadline was set to { $to }
due-gone = There is no deadline any longer
state-moved = From “{ $from }” to “{ $to }”
no-updates = There are no entries yet.
recurring-n = { $n ->
    [one] { $n } issue found again
   *[other] { $n } issues found again
}
recurring-of = { $n } of { $total } published issues had been found before.
redactions = Words withheld
redactions-mean = Words that may not be public were taken out of every edition in the places below; a note stands there instead, and the digest of the edition is a new one.
file-facts = {" "}({ $kind }, { $size })
redaction = { $date }, { $kind }, authorised by { $by }:
old-words-unseen = words before the correction, not repeated
corrected-unseen = Words were corrected; what stood before is not repeated. Correction:{" "}
correction-because = (a correction, because: { $why })
entry-corrected = This entry was corrected later; its words are not repeated. Reason: { $why }
withdrawn-title = Withdrawn
withdrawn-on = What was published here was withdrawn on { $date }.
withdrawn-why = Reason:{" "}
withdrawn-entry = An entry was withdrawn.{" "}
withdrawn-measure = A measure was withdrawn.{" "}
change-withdrawn = withdrawn on { $date }, because: { $why }
expired-on = This notice was public until { $date }. The term has ended, and its text is no longer public.
expired-description = The term of this notice has ended
expired-n = Notices whose term has ended, neither listed nor counted: { $n }
whom-to-ask = Whom to ask
subscribe = Follow by feed (Atom)
turns = Closed and reopened
by-month = Month by month
months-desc = The line is the share of measures finished at the end of each month, on the scale at the left; the bars are the entries made in it, on the scale at the right.
months-marks = {" "}A mark at the top is an edition published in it.
same-figures = The same figures as a table
month = Month
entries = Entries
editions-n = Editions
downloads = Downloads
document-docx = Word document
document-txt = Plain text
document-json = Data
document-pdf = PDF
document-xlsx = Ledger (workbook)
document-csv = Ledger (table)
search-title = Search
search-label = Find any words of issues, measures and progress entries
search-how = With a space between words, issues are found that have each of them: funds paid. A day is found however it is written: 2025-03-04 or 4 March 2025.
search-day = %d %m %y
search-months = January February March April May June July August September October November December
search-do = Search
search-filters = Narrow by notice, unit or state
search-any = All
search-more = Show more
search-found = Issues found: %n.
search-found-more = Issues listed: %n, and there are more.
search-none = No issue has these words.
search-broken = A file that the search needs could not be fetched. Try again later, or use the lists below.
search-lists = Lists
data-title = Open data
data-lede = All that this site publishes, for other programs to read.
data-licence = {"Licence: "}
data-files = Files
data-about = What it holds
data-columns = Data dictionary
data-columns-note = Days are written 2026-01-31, and what is not known is left empty. Columns keep their names and places; new ones come at the end.
data-column = Column
data-type = Type
data-example = The record of one issue
data-of-issue = This issue as data (JSON)
data-notices-csv = Notices, one a row
data-issues-csv = Issues, one a row
data-measures-csv = Measures, one a row
data-updates-csv = Progress entries, one a row
data-record-json = The whole record
data-issues-jsonl = Issues with their measures and entries, one a line (JSON Lines)
data-record-schema-json = What record.json may hold (JSON Schema 2020-12)
data-datapackage-json = Data Package 2.0, for tools that read the tables
table-of = Table: { $heads }
no-unit = No unit stated
unit-helps = Measures it helps with
all-measures = Measure by measure
strip-note = Each square is a measure, in the order of the notice and in the colour of its status; the list below names every one.
cut-counts = { $n } of { $total } published issues: { $name }.
languages = Languages
moved-folder = Please go on here
nothing-public = No notice has been published yet.
no-issues-anywhere = The published notices list no issues, so there is no progress to count yet.
no-issues = This notice lists no issues, so there is no progress to count.
none-stated = There { $issues ->
    [one] is { $issues } issue
   *[other] are { $issues } issues
} with { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
} here; no status is stated of any.
no-units = No measure names a unit yet.
status-none = No measure stands at this status.
none-overdue = No issue is overdue.
unit-leads = Measures it leads
unit-leads-only = Leads { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}.
unit-helps-only = Helps with { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}, and leads none.
back-to-contents = Back to the contents
month-short = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
all-units = All units, those that only help included
call = Call
sorted-up = Sorted by %s, ascending
sorted-down = Sorted by %s, descending
one-table = All in one table, to sort and filter
lists-by-status = In lists by status
all-issues = All issues
issues-shown = Issues listed: %n
