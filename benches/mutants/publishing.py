"""Defects that show on finished pages or in what leads to them."""

from kind import kind

G = "publishing"


@kind(G, "dead-link", "a link to an address that the site has not", command="build")
def dead(draft):
    slug = draft.notice["slug"]
    where = draft.any([f"notices/{slug}/issues/none/", "pages/none/", f"notices/{slug}/#nowhere", "units/none/"])
    draft.swap("(?m)。$", lambda m: f"，[详见进展]({where})。", ("organise", "plan"))


@kind(G, "evidence-file-missing", "an entry names a file that is not there", scope="item", command="build")
def missing(draft):
    entry = draft.any(u for m in draft.measures() for u in m["updates"])
    entry["evidence"] = [{"title": "核验单", "file": f"check-{draft.rng.randint(1, 99)}.pdf"}]


def contact(field, values):
    def put(draft):
        value = draft.any(values)
        draft.notice["closing"] = draft.notice["closing"].replace(draft.notice["contact"][field], value)
        draft.notice["contact"][field] = value
    return put


kind(G, "phone-shape", "no telephone has this form", scope="notice")(
    contact("phone", ["0000-12345", "00001234567890123", "0000—1234567a", "12-34", "电话见官网"]))
kind(G, "email-shape", "no mail address has this form", scope="notice")(
    contact("email", ["office.example.com", "office@", "office@@example.com", "office @example.com", "@example.com"]))
kind(G, "postcode-shape", "a postcode has six figures", scope="notice")(
    contact("postcode", ["00000", "0000000", "00000O", "邮编"]))
