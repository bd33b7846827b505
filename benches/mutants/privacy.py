"""Defects of privacy: what a public notice must not say of a person. Every number is invented and only has the right form."""

import datetime

from draft import DAY
from kind import kind

G = "privacy"


def into(draft, text):
    """Puts a text behind a body's name or at the end of a sentence of a measure."""
    draft.swap(r"。(?=.)|。$", lambda m: text + "。")


def digits(draft, n):
    return "".join(str(draft.rng.randrange(10)) for _ in range(n))


def identity(draft):
    born = datetime.date(1960, 1, 1) + DAY * draft.rng.randrange(14000)
    head = draft.rng.choice(["530421", "430821", "520327", "511024"]) + f"{born:%Y%m%d}" + digits(draft, 3)
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return head + "10X98765432"[sum(int(d) * w for d, w in zip(head, weights)) % 11]


def card(draft):
    head = draft.rng.choice(["622848", "621700", "622202", "621098"]) + digits(draft, 12)
    doubled = [int(d) * (2 - at % 2) for at, d in enumerate(reversed(head))]
    return head + str(-sum(d // 10 + d % 10 for d in doubled) % 10)


@kind(G, "identity-number", "18 places with a right check digit")
def identity_number(draft):
    into(draft, draft.any(["，领取人身份证号为{}", "，当事人身份证号码{}已核对", "（身份证号：{}）"]).format(identity(draft)))


@kind(G, "mobile-number", "11 places in a range of mobile numbers")
def mobile(draft):
    number = draft.rng.choice(["138", "159", "186", "177", "199", "135"]) + digits(draft, 8)
    if draft.rng.random() < 0.25:
        number = f"{number[:3]}-{number[3:7]}-{number[7:]}"
    into(draft, draft.any(["，联系电话{}", "，手机号码为{}", "（电话：{}）", "，经办人电话{}"]).format(number))


@kind(G, "bank-card", "a length and a check digit of bank cards")
def bank(draft):
    number = card(draft)
    if draft.rng.random() < 0.3:
        number = " ".join(number[at:at + 4] for at in range(0, len(number), 4))
    into(draft, draft.any(["，款项转入银行卡{}", "，收款账号为{}", "（卡号：{}）"]).format(number))


@kind(G, "number-plate", "the form of a plate")
def plate(draft):
    number = draft.rng.choice(["云F", "湘G", "川K", "贵C"]) + draft.rng.choice(["A12B7", "83K26", "5T019", "Q6712", "D21908"])
    into(draft, draft.any(["，涉及车辆{}", "，其私家车（{}）一并登记", "，车牌号为{}"]).format(number))


@kind(G, "home-address", "an address down to the door that is not the notice's own")
def home(draft):
    n = lambda low, high: draft.rng.randint(low, high)
    where = draft.any([f"银杏小区{n(1, 20)}栋{n(1, 4)}单元{n(101, 902)}室", f"沙坪镇石桥村{n(1, 9)}组{n(10, 99)}号",
                       f"桂苑小区{n(1, 9)}号楼{n(101, 1802)}室", f"朝阳路{n(10, 99)}号{n(1, 9)}幢{n(101, 602)}室"])
    into(draft, draft.any(["，住址为{}", "，当事人家住{}", "，上门到{}核实"]).format(where))


NAMES = "王建国 李秀兰 张志强 刘桂英 陈晓明 杨文斌 赵丽华 黄永福 周国平 吴小燕 徐海涛 孙玉梅 马俊 胡静 朱德才 高翔 林芳 何伟民 郭春生 罗敏".split()


@kind(G, "person-after-a-post", "whether a word is a name is not in the record: a note", decided=False)
def person(draft):
    post = draft.any(["人事股股长", "财务人员", "驾驶员", "办公室副主任", "出纳", "技术员", "原站长", "工作人员", "执法大队队员", "村党支部书记"])
    into(draft, draft.any(["，由{}{}负责", "，{}{}作了书面检查", "，责成{}{}退回"]).format(post, draft.any(NAMES)))


@kind(G, "person-before-同志", "whether a word is a name is not in the record: a note", decided=False)
def comrade(draft):
    into(draft, draft.any(["，{}同志作了检讨", "，对{}同志进行了提醒谈话", "，安排{}同志专门负责"]).format(draft.any(NAMES)))
