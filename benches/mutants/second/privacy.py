"""Defects of privacy, by the second hand: other separators, other words around, and texts beside the measures."""

from kind import again
from privacy import NAMES, card, digits, identity

PLACES = ("measure", "organise", "update", "body", "original", "lead-in", "completion")


@again("identity-number")
def identity_number(draft):
    number = identity(draft)
    shapes = [number, number.lower(), f"{number[:6]} {number[6:14]} {number[14:]}", f"{number[:6]}-{number[6:14]}-{number[14:]}"]
    n = draft.any(shapes)
    draft.say([f"户主证件号{n}与名册不符，已更正。", f"错领人员（公民身份号码{n}）的补助已停发。", f"经比对，{n}系重复登记。", f"身份证：{n}。"], PLACES)


@again("mobile-number")
def mobile(draft):
    n = draft.rng.choice(["133", "151", "166", "173", "188", "191"]) + digits(draft, 8)
    n = draft.any([n, f"+86{n}", f"86-{n}", f"{n[:3]} {n[3:7]} {n[7:]}", f"（{n[:3]}）{n[3:]}", f"{n[:4]}-{n[4:]}"])
    draft.say([f"有事可致电经办人{n}。", f"当事人手机：{n}。", f"户主留的号码是{n}。", f"业务咨询可加微信（{n}）。", f"联系人及电话见公示牌（{n}）。"], PLACES)


@again("bank-card")
def bank(draft):
    n = card(draft)
    while draft.rng.random() < 0.4 and len(n) == 19:
        head = draft.rng.choice(["625965", "621661", "622588"]) + digits(draft, 9)
        doubled = [int(d) * (2 - at % 2) for at, d in enumerate(reversed(head))]
        n = head + str(-sum(d // 10 + d % 10 for d in doubled) % 10)
    n = draft.any([n, " ".join(n[at:at + 4] for at in range(0, len(n), 4)), "-".join(n[at:at + 4] for at in range(0, len(n), 4))])
    draft.say([f"款项打入其工资卡{n}。", f"开户行为县农商行，账号{n}。", f"退款经{n}转出。", f"一卡通卡号是{n}。"], PLACES)


@again("number-plate")
def plate(draft):
    head = draft.rng.choice("鲁闽桂陕甘青") + draft.rng.choice("ABDFHK")
    tail = draft.rng.choice(["7Q182", "90K3T", "D06518", "F33817", "M2058", "61J94"])
    n = draft.any([head + tail, f"{head}·{tail}", f"{head}-{tail}", f"{head} {tail}"])
    draft.say([f"{n}号车多次夜间未归库。", f"违规加油的是{n}。", f"停在院内的{n}已贴条。", f"派车单上写的是（{n}）。"], PLACES)


@again("home-address")
def home(draft):
    n = lambda low, high: draft.rng.randint(low, high)
    where = draft.any([f"澄江镇柳树村民小组{n(3, 60)}号", f"幸福里小区{n(2, 15)}幢{n(1, 3)}单元{n(201, 1503)}", f"解放东路{n(3, 90)}弄{n(2, 30)}号{n(101, 602)}室",
                       f"东湖花园{n(1, 9)}座{n(2, 18)}楼{n(1, 4)}号", f"石桥村委会上寨组{n(5, 80)}号"])
    draft.say([f"补助对象家住{where}。", f"工作人员到其住处（{where}）核实。", f"该户现居住地址：{where}。", f"错领人住在{where}，已上门说明。"], PLACES)


POSTS = ["报账员", "会计", "副站长", "驻村第一书记", "仓库保管员", "科员", "村委会主任", "护林员", "网格员", "时任所长", "司机", "党支部纪检委员"]


@again("person-after-a-post")
def person(draft):
    draft.say([f"{post}{name}{act}。" for post, name, act in [(draft.any(POSTS), draft.any(NAMES), act) for act in (
        "负责跟踪办理", "因保管不善被批评教育", "退缴了多领的补贴", "在会上作了说明", "已调离原岗位")]], PLACES[:4])


@again("person-before-同志")
def comrade(draft):
    draft.say([f"免去{draft.any(NAMES)}同志出纳职务。", f"会上，{draft.any(NAMES)}同志就此作了发言。", f"同意{draft.any(NAMES)}同志的书面检查。",
               f"由{draft.any(NAMES)}同志牵头办理。"], PLACES[:4])
