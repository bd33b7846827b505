## Every string of the theme civic.

# Status
status-not-started = Not started
status-in-progress = In progress
status-blocked = Blocked
status-basically-done = Largely complete
status-done = Complete
status-done-ongoing = Complete and kept up
status-not-stated = Not stated

# The frame of a page
title-full = { $title } – { $site }
column-type = Inspection follow-up
keywords = { $title }, { $site }, inspection follow-up, public record
skip-link = Skip to main content
nav-main = Main
nav-progress = Progress
nav-updates = Updates
nav-crumbs = You are here
feed-title = { $site }: updates
feed-link = Subscribe to updates
footer-contact = Contact
footer-about = About this site
footer-site-id = Site identification code
table-scroll = Table; scrolls sideways

# Contact
contact-phone = Telephone
contact-email = Email
contact-address = Address
contact-postcode = Postcode
contact-hours = Hours

# Numbers
count-notices = { $n ->
    [one] { $n } notice
   *[other] { $n } notices
}
count-issues = { $n ->
    [one] { $n } issue
   *[other] { $n } issues
}
count-measures = { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}
public-issues = { $n ->
    [one] { $n } published issue
   *[other] { $n } published issues
}
public-measures = { $n ->
    [one] { $n } published measure
   *[other] { $n } published measures
}
percent = { $n }%
number-issues = { $n }
number-measures = { $n }
ratio = { $n }/{ $total }

# Progress
issues = Issues
measures = Measures
issues-finished = { $n } of { $total ->
    [one] { $total } issue
   *[other] { $total } issues
} finished
measures-finished = { $n } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} finished
issues-bar = Issues by status
measures-bar = Measures by status
bar-part = { $name } { $n }
bar-join = {", "}
bar-total = { $n } in all:{" "}
status = Status
number = Number
issues-closed = Issues closed out
issues-overdue = Issues overdue
measures-overdue = Measures overdue
measures-closed = Measures closed out
apart = Counted apart
nothing-stated = The notice does not state a status for its measures. This site does not guess one; it gives the counts alone.
finished-means = “Finished” means “Complete” or “Complete and kept up”. Percentages count everything, including what has no stated status. Issues and measures are counted separately.
record-date = Record as of
as-of = Overdue as of
overdue = Overdue
closed = Closed out

# Home
home-headline = { $notices ->
    [one] { $notices } notice
   *[other] { $notices } notices
}, { $issues ->
    [one] { $issues } issue
   *[other] { $issues } issues
}: what has been put right, item by item
home-overall = Overall progress
home-notices = Published notices
home-latest = Latest updates
home-all-updates = See all updates
home-progress = See the progress
read-notice = Read the full notice
see-progress = See the progress
none-yet = No updates yet.

# Notice
notice-inspection = Inspected by
notice-period = Inspection
notice-period-range = { $from } to { $to }
notice-feedback = Findings delivered
notice-period-ends = Main rectification period ends
notice-published = Published
notice-issuer = Issued by
notice-about = About this notice
notice-progress = Progress on this notice
notice-contents = Contents
notice-contents-issues = { $n ->
    [one] Contents ({ $n } issue)
   *[other] Contents ({ $n } issues)
}
notice-mark = Added by this site; not part of the notice
notice-mark-link = Updates
notice-contact = Comments and oversight
notice-as-signed = The notice as signed follows.

# Issue
issue-of-notice = From the notice
issue-position = Issue { $n } of { $total }
issue-path = Place in the notice
issue-facts = Key facts
issue-status = Status
issue-units = Responsible
issue-helpers = Supporting
issue-lead = Lead official
issue-due = Due
issue-due-now = Extended to
issue-due-none = Not stated
issue-extensions = Extensions
issue-extension = Approved { $on }, extended to { $to }
issue-original = The inspectors’ wording
issue-goal = Aim
issue-text = What has been done
issue-completion = Outcome
issue-closed = Close-out
issue-closed-on = Date
issue-closed-by = Verified by
issue-closed-document = Document
issue-closed-note = Close-out is decided by the inspection office after verification. It is recorded apart from the status that the responsible body reports.
issue-measures = Measures and updates
issue-measures-count = { $n } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} finished
issue-measures-only = { $total ->
    [one] { $total } measure
   *[other] { $total } measures
}
issue-updates = Updates
issue-no-updates = No updates since the notice was published.
issue-evidence = Evidence
issue-unit = Responsible
issue-with = Supporting
issue-measure = Measure { $number }
issue-background = Background
issue-background-note = Written by this site to explain the context. It is not part of the signed notice.
issue-neighbours = Previous and next issue
issue-previous = Previous issue
issue-next = Next issue
issue-contact = Comment on this issue
issue-contact-note = Please say which issue you mean, and leave out identity numbers and other personal data.
issue-write = Write about this issue
issue-updated = Last updated
issue-in-notice = See it in the notice

# Progress
progress-of = Progress
progress-jump = On this page
progress-overall = Overall progress
progress-overdue = Overdue issues
progress-overdue-none = No issue is overdue.
progress-by-section = By section
progress-by-unit = By responsible body
progress-by-status = Issues by status
progress-by-notice = By notice
progress-measures-by-status = Measures by status
progress-list-issues = List of issues
head-section = Section
head-unit = Responsible body
head-notice = Notice
head-issues = Issues
head-measures = Measures
head-issues-finished = Issues (finished/all)
head-measures-finished = Measures (finished/all)
row-measures = { $n } of { $total } measures finished
row-measures-total = { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}
row-due = Due { $date }
row-updated = Updated { $date }

# Units and statuses
unit-aliases = Also known as
unit-aliases-join = {", "}
unit-measures = Measures it is responsible for
unit-helps = { $n ->
    [one] Supports { $n } more measure
   *[other] Supports { $n } more measures
}
unit-helps-tag = Supporting
unit-of = Responsible
measure-record = Updates on measure { $number }
status-headline = { $n } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
}: “{ $name }”
status-percent = Out of all the measures published on this site
status-empty = No measure has this status at present.

# Updates
updates-note = Newest first. Once published, an entry is never changed; corrections are added as new entries.

# Not found
not-found-title = Page not found
not-found-text = The address may be wrong, or the page may have been renamed. Published notices and issues are not taken down; you can find them from here.
not-found-home = Go to the home page
