"""What clerks write: sentences put together so that hardly two records say the same."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matter:
    """What an issue is about: how it is called, who leads, what is to be done, proved and overcome."""

    category: str
    names: tuple[str, ...]
    leads: tuple[str, ...]
    duties: tuple[tuple[str, str], ...]
    """Each with its short title and the words that read on after a deadline."""
    proofs: tuple[str, ...]
    obstacles: tuple[str, ...]


MATTERS = (
    Matter(
        "用地",
        ("用地指标问题", "用地报批问题", "土地分割手续问题", "用林手续问题"),
        ("市自然资源局", "市林业局"),
        (
            ("用地组卷报批", "完成项目用地组卷，按程序报批并同步办理用林手续"),
            ("用地边界核定", "核定项目用地边界和规划条件，办结土地分割登记"),
            ("用地指标落实", "落实项目首期用地指标，提出后续分期供地安排"),
            ("用林审核办理", "取得用林审核同意书，明确恢复方案编制要求"),
        ),
        ("用地批复文件", "宗地图和权属调查表", "用林审核同意书"),
        ("两宗地权属界线需要外业复核", "占补平衡指标尚未落实", "一户补偿标准尚未谈拢"),
    ),
    Matter(
        "用能",
        ("用能指标问题", "供电接入问题", "节能审查问题", "用电负荷保障问题"),
        ("市发展改革局", "梅州供电局"),
        (
            ("用能指标统筹", "统筹落实项目首期用能指标，提出后续分期安排意见"),
            ("供电接入方案", "完成项目供电接入方案编制和评审，明确线路路径"),
            ("节能审查报送", "完成项目节能审查市级审核，并按程序报省有关部门"),
            ("专用线路建设", "完成项目专用线路架设和调试，具备送电条件"),
        ),
        ("节能审查意见", "供电接入方案评审意见", "送电验收记录"),
        ("年度指标尚未下达", "线路路径涉及两处用地，正与村集体协商", "主要设备到货推迟"),
    ),
    Matter(
        "融资",
        ("融资对接问题", "技改资金统筹问题", "奖补资金兑付问题"),
        ("市财政局", "市科技局"),
        (
            ("融资需求对接", "组织金融机构上门对接，逐项答复办理条件"),
            ("技改资金兑付", "完成年度技术改造奖补资金审核、公示和兑付"),
            ("资金渠道整合", "整合市、县资金渠道，实行一次申报、分口办理"),
        ),
        ("资金兑付汇总表", "融资需求逐项答复表", "资金整合实施办法"),
        ("部分材料口径不一，需要更正", "县级配套渠道分散", "评审专家时间尚未排定"),
    ),
    Matter(
        "用工",
        ("一线用工不足问题", "技能人才培养问题", "职工子女入学问题"),
        ("市人力资源社会保障局", "市教育局"),
        (
            ("用工需求保障", "摸清用工缺口，组织专场招聘，逐户回应"),
            ("校企合作培养", "促成院校与企业签订人才培养协议并开班"),
            ("入学服务安排", "提出职工子女入学安排意见，建立常年联系办法"),
        ),
        ("专场招聘情况表", "人才培养协议", "入学安排意见"),
        ("岗位要求与求职意向有差距", "实训场地需要改造", "名额分配办法尚在商定"),
    ),
    Matter(
        "审批",
        ("环评审批问题", "安全条件审查问题", "施工许可办理问题", "检测受理问题"),
        ("市生态环境局", "市应急管理局", "市住房城乡建设局", "市市场监管局"),
        (
            ("环评报告完善", "指导企业完善环评报告，完成技术评估"),
            ("安全条件审查", "完成项目安全条件审查报送并取得意见"),
            ("施工许可办理", "实行并联审批，办结项目施工许可手续"),
            ("就近检测受理", "协调检测机构就近受理，明确常规项目送检周期"),
        ),
        ("技术评估意见", "安全条件审查意见", "施工许可证", "就近受理项目清单"),
        ("评审意见要求补充论证", "前置手续尚缺一项", "图纸修改未完成"),
    ),
    Matter(
        "政策",
        ("产业转移政策衔接事项", "特色产业园申报事项", "惠企政策落实事项"),
        ("市商务局", "市税务局", "市农业农村局"),
        (
            ("申报材料编制", "汇总编制申报材料，统一各片区口径后上报"),
            ("优惠政策送达", "完成重点产业企业优惠政策送达，逐户确认"),
            ("招商项目对接", "组织专场对接，形成签约落地项目清单"),
        ),
        ("申报材料", "政策送达确认表", "签约落地项目清单"),
        ("各片区填报口径不一", "部分企业联系方式有变动", "上级细则尚未出台"),
    ),
    Matter(
        "其他",
        ("污水处理能力问题", "配套道路问题", "供水管网问题", "标准厂房问题"),
        ("市住房城乡建设局", "市生态环境局"),
        (
            ("配套道路建设", "完成项目配套道路路基、面层和标识施工"),
            ("供水管网接通", "接通园区外供水管网，完成通水验收"),
            ("污水设施扩容", "完成污水处理设施扩容工程建设并投入试运行"),
            ("厂房改造方案", "提出标准厂房改造和费用分担方案，签订协议"),
        ),
        ("通水验收记录", "竣工验收意见", "费用分担协议"),
        ("连续降雨影响基础施工", "设备厂家技术人员未到位", "费用分担办法尚未谈定"),
    ),
)

INDUSTRIES = (
    ("铜箔", "铜箔集群"),
    ("高端印制电路板", "铜箔集群"),
    ("稀土深加工", "创新引领"),
    ("矿山绿色化", "创新引领"),
    ("新能源材料", "项目引进"),
    ("生物医药", "项目引进"),
    ("电子信息", "规划布局"),
    ("汽车零部件", "规划布局"),
    ("建筑陶瓷", "民营经济"),
    ("绿色食品", "民营经济"),
    ("标准厂房", "园区共建"),
    ("共建园区", "园区共建"),
)
"""What a project makes, with the area it belongs to."""

_STATES = (
    "已完成备案和选址",
    "已列入年度重点项目计划",
    "一期主体工程已经封顶",
    "设备安装正在进行",
    "前期手续基本办结",
    "已签订投资协议并注册落地",
)
_GAPS = (
    "手续由不同单位受理，组卷要求不一致",
    "申报渠道分散，材料重复报送",
    "与园区配套建设进度没有衔接",
    "涉及两个片区，口径需要统一",
    "所需指标尚有缺口，需要市里统筹",
    "几项手续互为前置，办理次序不清",
)
_EFFECTS = (
    "项目难以按计划开工",
    "影响年内投产",
    "企业扩建计划推迟",
    "后续项目无法承接",
    "交货周期拉长",
    "设备进场时间不能确定",
)
_REQUESTS = (
    "明确办理条件和次序",
    "统筹安排各项手续并联办理",
    "确定牵头单位和完成时间",
    "补齐园区配套",
    "统一口径、减少重复报送",
    "建立定期会商办法",
)
_OPINIONS = (
    "属支持的延链补链项目，建议列为重点事项",
    "符合产业共建方向，请市里统筹安排",
    "支持盘活存量，先行办理条件成熟的部分",
    "涉及省级权限的事项请及早报送",
    "建议分期实施，首期先由市级落实",
    "同意并联办理，边界条件须先行核定",
)
_ACTS = (
    "完成现场踏勘",
    "形成初步意见",
    "召开两次协调会",
    "完成资料收集和数据核对",
    "征求有关单位意见",
    "完成方案初稿",
    "组织专家评审",
    "完成审核公示",
    "委托编制单位进场",
    "建立需求清单并逐项销账",
)
_PROGRESS = (
    "正按意见修改完善",
    "总体进度约{n}成",
    "剩余{n}项正在办理",
    "已有{n}户得到回应",
    "有关材料已报送，待反馈",
    "下一阶段工作已经排定",
    "与配合单位商定了分工",
    "存在的问题已逐项梳理",
)
_NEXT = (
    "本月下旬完成联调",
    "下周会商确定路径",
    "补齐材料后重新报送",
    "继续跟踪衔接",
    "组织一轮现场核查",
    "按周调度，逐项对账",
)
_JUDGED = (
    "各项手续要并联推进，不能等一项办完再启动下一项",
    "配套建设要与项目进度相衔接",
    "牵头单位要倒排时间、明确节点",
    "配合单位要主动靠前，涉及本单位的手续不得拖延",
    "先定方案、再分期实施",
    "清单要真实、可核查",
    "安全和环保条件一项不能放松",
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def enterprise(number: int) -> str:
    """示例企业A, …, 示例企业Z, 示例企业AA, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = _LETTERS[rest] + letters
    return f"示例企业{letters}"


class Writer:
    """A clerk with a seeded hand."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def _one(self, choices: tuple[str, ...]) -> str:
        return self.chance.choice(choices)

    def situation(self, project: str, matter: Matter) -> str:
        size = f"总投资约{self.chance.randint(2, 480) / 10}亿元，占地约{self.chance.randint(12, 360)}亩"
        return f"{project}{size}，{self._one(_STATES)}。{self.gap('目前', matter)}"

    def gap(self, subject: str, matter: Matter) -> str:
        """What is wrong, without a word on anybody's business."""
        what = self._one(matter.names)[:-2]
        return (
            f"{subject}{what}方面{self._one(_GAPS)}，{self._one(matter.obstacles)}，{self._one(_EFFECTS)}。"
        )

    def request(self) -> str:
        return f"{'，'.join(self.chance.sample(_REQUESTS, 2))}。"

    def opinion(self) -> str:
        return f"{'；'.join(self.chance.sample(_OPINIONS, 2))}。"

    def plan(self, matter: Matter, lead: str, county: str) -> str:
        first, second = self.chance.sample(matter.duties, 2)
        steps = f"一是由{lead}牵头，{first[1]}；二是由{county}配合，{second[1]}"
        return f"{steps}；三是{self._one(_REQUESTS)}，按月调度。"

    def report(self) -> str:
        first, second = self.chance.sample(_ACTS, 2)
        state = self._one(_PROGRESS).format(n=self.chance.randint(2, 9))
        return f"已{first}，{second}，{state}。"

    def progress(self) -> str:
        return f"已{self._one(_ACTS)}，{self._one(_PROGRESS).format(n=self.chance.randint(2, 9))}"

    def next_step(self) -> str:
        return f"{'，'.join(self.chance.sample(_NEXT, 2))}。"

    def judgement(self, subject: str) -> str:
        return f"{subject}事关全市工业振兴，{'；'.join(self.chance.sample(_JUDGED, 3))}。"

    def demands(self) -> str:
        return f"各成员单位要把议定事项分解到人，{'；'.join(self.chance.sample(_JUDGED, 4))}。"
