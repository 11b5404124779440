"""The commands by what they are for: the name of each, where it is written, and what it says of itself."""

from __future__ import annotations

from typing import NamedTuple


class Listed(NamedTuple):
    """A command that is loaded when it is called; ``line`` is the first of its help page.

    ``written`` is the module and the function, or the group of commands, that it is.
    """

    name: str
    written: str
    line: str


FOR = {
    "会前": (
        Listed(
            "issues",
            "issues.issues",
            "议题汇总：按领域、县区、类别计数，列出哪些可以上会、哪些还缺什么。",
        ),
        Listed(
            "agenda",
            "agenda.agenda",
            "会议议程：议程、附件1 落实情况、附件2 议题材料，和只给联络员的工作单。",
        ),
        Listed(
            "invite",
            "invite.invite",
            "会议通知：通知和回执、签到表、主持词，以及谁回复了、谁的材料没到；改期、取消的另行措辞。",
        ),
        Listed(
            "dossier",
            "dossier.dossier",
            "议题材料：每项议题的情况、意见、方案和办理经过；--for 是给一个处室的提请支持事项。",
        ),
    ),
    "会后": (
        Listed(
            "resolve",
            "resolve.resolve",
            "会后把提请会议议定事项变成议定事项和任务的记录，不用再打一遍。",
        ),
        Listed(
            "minutes",
            "minutes.minutes",
            "会议纪要：由会议、议题、议定事项和任务的记录生成，不用另写。",
        ),
        Listed(
            "breakdown",
            "minutes.breakdown",
            "任务分解表：会议定下的每项任务，谁牵头、谁配合、什么时候完成。",
        ),
    ),
    "会间": (
        Listed(
            "overdue",
            "overdue.overdue",
            "督办清单：哪些任务逾期、滞后、临期，卡在哪里，下一步怎么催。",
        ),
        Listed(
            "notice",
            "notice.notice",
            "催办文书：提醒短消息、督办通知单、提请函、提请召集人，按催办次序出。",
        ),
        Listed(
            "bulletin",
            "bulletin.bulletin",
            "督办情况通报：发各成员单位，总体情况、按会议和单位的数字、逾期事项。",
        ),
        Listed(
            "stats",
            "bulletin.stats",
            "督办统计：一段时间里各单位、领域、会议的按期办结、平均用时、延期、退办，办公室自己用。",
        ),
        Listed(
            "show",
            "show.show",
            "看一条记录，或一个单位牵头、配合、提出的事项。",
        ),
        Listed(
            "history",
            "history.history",
            "办理经过：一件事从提出到办结，按日期一句一句说。",
        ),
    ),
    "录入": (
        Listed(
            "new",
            "new.new",
            "新建一条记录：编号自动接着排，每个栏目注着中文名称，没有给的留空，打开文件再填。",
        ),
        Listed(
            "report",
            "report.report",
            "给任务记一条进展报告。缺什么，在终端里一项一项问。",
        ),
        Listed(
            "extend",
            "extend.extend",
            "申请延期；用 --approve 批准，用 --refuse --why 不同意，用 --basis 记会议或者批示另定的时限。",
        ),
        Listed(
            "complete",
            "close.complete",
            "报办结；分阶段的任务，用 --milestone 报一个阶段完成。",
        ),
        Listed(
            "return",
            "close.return_",
            "退办：报的办结不成立，退回去重办。",
        ),
        Listed(
            "confirm",
            "close.confirm",
            "销号：确认办结。没有报办结的、不是规定的职务确认的，不写入，并说明依据。",
        ),
        Listed(
            "reassign",
            "report.reassign",
            "变更任务的牵头单位，如机构改革以后由别的单位承接。原来的 lead 不改。",
        ),
        Listed(
            "renumber",
            "renumber.renumber",
            "改一条记录的编号：文件名、编号和别的记录里引用它的地方一起改。",
        ),
        Listed(
            "import",
            "importing.import_",
            "导入 Excel 表：诉求收集表、发下去填好收回的本单位清单、过去的任务分解表和台账。",
        ),
    ),
    "给出": (
        Listed(
            "export",
            "export.export",
            "导出文件：Excel 台账、发下去填的清单和空白表、日历用的日程、数据。",
        ),
        Listed(
            "site",
            "site.site",
            "网页：总览、单位、会议、议题和任务各有一页，能查询、能打印，不用联网。",
        ),
    ),
    "检查": (
        Listed(
            "check",
            "check.check",
            "检查全部记录：哪个文件哪一行有什么问题，怎么改。",
        ),
        Listed(
            "plan",
            "plan.plan",
            "合并以前先看：合并进去，谁要办的事会变，时限、逾期、会议、纪要会怎么变。",
        ),
        Listed(
            "fmt",
            "fmt.fmt",
            "把只有一种稳妥改法的问题改好，别处一个字节也不动。",
        ),
        Listed(
            "explain",
            "check.explain",
            "说明一个编码：抓什么、为什么、怎么改，附例子。",
        ),
    ),
    "设置": (
        Listed(
            "hooks",
            "hooks.hooks",
            "Git 钩子：提交、推送以前先检查记录；在服务器上，不合格的推送不收。",
        ),
    ),
}
"""In the order of a conference's work."""
COMMANDS = {listed.name: listed for group in FOR.values() for listed in group}
