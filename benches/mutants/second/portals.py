"""Clean sites of one notice each, by the second hand: codes of the site, its contact, and a page that says both."""

import random

# The sign of a province in an ICP record, in a record of the police, and its code.
PROVINCES = ("滇滇53", "湘湘43", "蜀川51", "黔贵52", "陇甘62", "闽闽35", "京京11", "桂桂45")
# Numbers that are short or long and right: lines for complaints, with an extension, of a free line, of two desks.
PHONES = ("0000-{}", "0000-{}", "（0000）{}", "0000-{}转802", "12388", "12345", "400-000-0{}", "0000-{}、0000-{}")


def lay(notice, k):
    """Gives a notice the site in which it may stand alone; drawn by itself, so that nothing else is drawn otherwise."""
    rng = random.Random(f"portals {k}")
    place = rng.choice(PROVINCES)
    icp, police, code = place[0], place[1], place[2:]
    digits = lambda n: "".join(rng.choice("0123456789") for _ in range(n))
    county = notice["body"][:3]
    year = rng.choice([f"{rng.randint(5, 20):02}", f"{rng.randint(2019, 2025)}"])
    region = f"{code}{digits(2)}{rng.randint(21, 29)}"
    phone = rng.choice(PHONES)
    site = {
        "county": county, "title": f"{county}巡察整改公开", "base_url": f"https://gongkai{k + 1}.example.com/",
        "site_id": f"bm{digits(8)}" if rng.random() < 0.07 else f"{region}{rng.randint(11, 89):04}",
        "icp": f"{icp}ICP备{year}{digits(6)}号{rng.choice(['', '', '-1', '-12'])}",
        "police_record": f"{police}公网安备{rng.choice(['', ' '])}{region}02{digits(6)}号",
        "contact": {"phone": phone.format(*(digits(3 if "400" in phone else 7) for _ in range(2))), "email": f"gongkai{k + 1}@example.com",
                    "address": f"{county}{rng.choice(['凤山', '清河', '文庙'])}路{rng.randint(1, 120)}号", "postcode": f"{region[:2]}{digits(4)}",
                    "hours": "工作日上午9时至下午5时"},
        "pages": {}, "theme": {},
    }
    site["pages"]["about"] = about(rng, site)
    notice["site"] = site


def about(rng, site):
    """Who runs it, by which codes, and whom to call."""
    contact = site["contact"]
    office = rng.choice(["办公室", "信息中心", "融媒体中心"])
    codes = rng.choice([f"网站标识码：{site['site_id']}，ICP备案号：{site['icp']}，公安备案号：{site['police_record']}。",
                        f"本站的政府网站标识码为{site['site_id']}，备案号为{site['icp']}，公安机关备案号为{site['police_record']}。",
                        f"- 网站标识码：{site['site_id']}\n- 备案序号：{site['icp']}\n- 公安备案：{site['police_record']}"])
    call = rng.choice([f"本站联系电话：{contact['phone']}；电子邮箱：{contact['email']}；地址：{contact['address']}；邮政编码：{contact['postcode']}。",
                       f"主办单位地址为{contact['address']}（邮编{contact['postcode']}），电话{contact['phone']}，邮箱{contact['email']}。"])
    return f"---\ntitle: 关于本站\n---\n\n本站由{site['county']}{office}维护，公布被巡察单位的整改进展。\n\n{codes}\n\n{call}\n"
