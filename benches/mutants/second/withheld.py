"""Clean passages from which `gongkai redact` has taken words, by the second hand: one a notice, with its note and its record."""

import datetime
import random

KINDS = {"personal": "个人信息", "secret": "国家秘密或工作秘密", "title": "称谓或标题有误", "other": "其他情形"}
WORDS = {
    "personal": "王建国 李秀兰 张志强 陈晓明 赵丽华 周国平 孙玉梅 何伟民 罗敏 高翔".split(),
    "secret": "三号库房东侧备用通道 值班电台备用频率 机要室门禁口令 二号泵房巡更路线".split(),
    "title": "县巡察专项协调办公室 原县志编纂领导小组 县整治工作总指挥部".split(),
    "other": "未定稿的第三方评估意见 候选单位报价明细 尚在协商的补偿方案".split(),
}
# A sentence with the words, and a longer one that somebody wrote at another place: the words stand between the same words in both.
FRAMES = {
    "personal": [("交接手续由{}本人签收。", "复查时确认，交接手续由{}本人签收，单据齐全。"), ("退款已划入{}的账户。", "按处理意见，退款已划入{}的账户，回单附后。"),
                 ("来信署名为{}的反映已办结。", "其中来信署名为{}的反映已办结并回告。")],
    "secret": [("检查时一并封存了{}的登记簿。", "随后，检查时一并封存了{}的登记簿移交保密员。"), ("涉及{}的内容单独建档。", "台账中涉及{}的内容单独建档，不再混放。")],
    "title": [("原稿中{}的署名已经订正。", "经核对，原稿中{}的署名已经订正，不再沿用。"), ("附件所列{}的抬头换成全称。", "本次把附件所列{}的抬头换成全称后重印。")],
    "other": [("会上宣读的{}不随本件印发。", "另外，会上宣读的{}不随本件印发，由办公室留存。"), ("卷内{}另册保管。", "归档时卷内{}另册保管，借阅须批准。")],
}
AS_OF = datetime.date(2026, 6, 29)


def note(kind, on):
    """What the command leaves in the place of the words."""
    return f"〔依规定不予公开：{KINDS[kind]}，{on.isoformat()}〕"


def drawn(rng, notice):
    """Words of some kind, taken out on some day after the signature."""
    kind = rng.choice(list(KINDS))
    short, long = rng.choice(FRAMES[kind])
    on = notice["date"] + datetime.timedelta(days=rng.randint(2, (AS_OF - notice["date"]).days))
    return {"kind": kind, "on": on, "words": rng.choice(WORDS[kind]), "short": short, "long": long}


def passage(held):
    """The sentence as it stands after the command, or as it stood before."""
    return held["short"].format(held["words"] if held.get("undone") else note(held["kind"], held["on"]))


def recorded(held, place):
    return {"on": held["on"].isoformat(), "kind": held["kind"], "by": "县委办保密员", "places": [place]}


def lay(notice, k):
    """Puts a passage behind a measure or an explanation; drawn by itself, so that nothing else is drawn otherwise."""
    rng = random.Random(f"withheld {k}")
    issue = rng.choice([i for i in notice["issues"] if "table" not in i])
    held = drawn(rng, notice)
    held["at"] = rng.choice(["body", rng.choice(issue["measures"])["id"]])
    issue["withheld"] = held
    text = "body" if held["at"] == "body" else f"{held['at']}/text"
    notice["redactions"] = [recorded(held, f"issues/{issue['id']}/{text}")]
