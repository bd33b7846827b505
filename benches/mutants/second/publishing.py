"""Defects of what is published, by the second hand."""

from kind import added, again
from publishing import G, contact


@again("dead-link")
def dead(draft):
    slug = draft.notice["slug"]
    where = draft.any([f"notices/{slug}x/", f"notices/{slug}/issues/i99/", f"notices/{slug}/#i-i99", "statistics/2019/",
                       f"notices/{slug}/evidence/none.pdf", f"notices/{slug}/issues/i1/#m99"])
    draft.say([f"[台账]({where})可供查阅。", f"相关说明见[此处]({where})。"], draft.any([("closing",), ("body",), ("opening",), ("organise",)]))


@again("evidence-file-missing")
def missing(draft):
    entry = draft.any(u for m in draft.measures() for u in m["updates"])
    entry["evidence"].append({"title": draft.any(["验收单", "复查照片", "会议纪要"]),
                              "file": draft.any(["核验单.pdf", "2025/photo.jpg", "scan_03.PNG"])})


again("phone-shape")(contact("phone", ["0000-12345678901", "1380000000", "0000-62O9418", "0000-6209418转", "6209", "暂无"]))
again("email-shape")(contact("email", ["office＠example.com", "office@example", "office@example..com", "office1@example，com", "office@.com",
                                       "见官网"]))
again("postcode-shape")(contact("postcode", ["3508", "35080O", "3508 00", "350-800", "无"]))


@added(G, "address-shape", "no address has this form", scope="notice")
def address(draft):
    contact("address", ["暂无", "见官网", "-", "12"])(draft)
