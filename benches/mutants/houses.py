"""The bodies whose notices are invented: most are departments with a leading Party group, every fifth is something else."""

from dataclasses import dataclass

AREAS = (
    "发展和改革 教育 民政 司法 财政 人力资源和社会保障 自然资源 住房和城乡建设 交通运输 水利 农业农村 商务 卫生健康 "
    "退役军人事务 应急管理 审计 市场监督管理 统计 医疗保障 林业和草原 信访 城市管理 数据 供销合作 粮食和物资储备"
).split()


@dataclass(frozen=True)
class House:
    """A body within its county: what its units are called after, its own name, its Party organisation and its head."""

    area: str
    name: str
    party: str
    short: str
    head: str

    def says(self, text):
        """A text that was written for a department, in the words of this body."""
        return text.replace("党组", self.short).replace("局长", self.head)


OTHERS = [House("澄江镇", "澄江镇人民政府", "澄江镇委员会", "党委", "镇长"),
          House("人民医院", "人民医院", "人民医院委员会", "党委", "院长"),
          House("第一中学", "第一中学", "第一中学总支部委员会", "党总支", "校长"),
          House("城乡投资有限公司", "城乡投资有限公司", "城乡投资有限公司委员会", "党委", "总经理")]


def house(k):
    if k % 5 == 3:
        return OTHERS[k // 5 % len(OTHERS)]
    area = AREAS[k * 7 % len(AREAS)]
    return House(area, f"{area}局", f"{area}局党组", "党组", "局长")
