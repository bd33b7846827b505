help-verify = Compare a published folder with its manifest, and a signed-off text with its page
help-verify-long =
    Names every file that differs from manifest.json in the folder, is missing, or is not listed; and every page whose head does not have the site code of its foot or of the other pages.

    This shows damage and mistakes: a file lost in transfer, changed by hand, or left behind. It does not show who made the site: whoever can change the pages can change the manifest as well. To rule that out, keep the manifest's SHA-256, which this command prints, in another place when you publish, and compare it.

    With --notice, it also shows whether the page of a notice holds every sentence of a signed-off text once and in order, and nothing else. White space and what the page adds beside the notice (badges of status) are left out of the comparison.
help-verify-expect = Digest of manifest.json that was kept when the site was published, or its first 12 digits or more
verify-unexpected = This is not the manifest that was published: the digest that was kept is { $kept }
verify-expect-bad = “{ $text }” is no digest
verify-expect-hint = a digest is made of 0-9 and a-f; give at least its first { $least } digits
help-verify-folder = Folder of the published site
help-verify-notice = Signed-off text of a notice (UTF-8, UTF-16 or GB18030), compared with its page
help-verify-slug = Which notice the text is; may be left out where the site has one
help-verify-format = Format of the result
verify-well = { $files ->
    [one] 1 file is as manifest.json says
   *[other] All { $files } files are as manifest.json says
}; nothing is missing, nothing is extra.
verify-faults = { $files ->
    [one] 1 file is listed
   *[other] { $files } files are listed
}: { $differ ->
    [one] 1 differs
   *[other] { $differ } differ
}, { $missing } missing, { $extra } extra.
verify-digest = SHA-256 of manifest.json: { $digest }
verify-size = differs: { $path } ({ $here } bytes, listed with { $listed })
verify-bytes = differs: { $path } (same size, other content)
verify-not-file = differs: { $path } (a link or a device, not an ordinary file)
verify-missing = missing: { $path }
verify-extra = extra: { $path }
verify-code-other = site code: <meta name="SiteIDCode"> of { $path } says { $head }, and should say { $expected }
verify-code-none = site code: { $path } has no <meta name="SiteIDCode" content="{ $expected }">
verify-no-manifest = manifest.json is missing in "{ $folder }"
verify-no-manifest-hint = name the folder that "gongkai build" wrote; if it was built before the tool wrote manifest.json, build it again
verify-bad-json = manifest.json cannot be read: { $detail }
verify-bad-format = manifest.json has format { $format }, which this version does not know
verify-bad-twice = manifest.json lists "{ $path }" twice
verify-bad-hint = it was changed or damaged, or another version wrote it; publish the site again
verify-slug-which = the site has more than one notice
verify-slug-none = the site has no notice
verify-slug-unknown = the site has no notice called "{ $slug }"
verify-slug-hint = choose one with --slug: { $known }
verify-no-page = the page of { $slug } is missing
verify-not-one = the page of "{ $slug }" has no text of a notice, or more than one ({ $n } of <article class="doc">)
verify-not-one-hint = a theme puts the whole notice into one <article class="doc">
verify-text-empty = the text has no words to compare
verify-same = The page of { $slug } holds the text: { $paragraphs ->
    [one] 1 paragraph
   *[other] { $paragraphs } paragraphs
}, { $sentences ->
    [one] 1 sentence
   *[other] { $sentences } sentences
}, in order; nothing is missing, nothing is added.
verify-unlike = The page of { $slug } differs from the text in { $n ->
    [one] 1 paragraph
   *[other] { $n } paragraphs
}.
verify-unlike-line = line { $line }:
verify-unlike-text = {"  "}text { $words }
verify-unlike-page = {"  "}page { $words }
verify-nothing = (nothing)
verify-more = {"  "}… and { $n } more
verify-lost = Sentences missing on the page:
verify-doubled = Sentences more often on the page than in the text:
verify-added = Sentences that only the page has:
verify-moved = Every sentence is there as often as in the text; the order or the division into paragraphs differs.
verify-sentence = {"  "}{ $sentence }
verify-times = {"  "}{ $sentence } (text { $text }, page { $page })
