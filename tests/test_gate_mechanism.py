"""What a merge may do to the mechanism, the calendar, disclosure and allowances."""

from __future__ import annotations

import pytest

from twins import (
    FIRST,
    FLATS,
    PIPES,
    RULES,
    SECOND,
    WATER,
    YEAR,
    Edit,
    Files,
    Forbidden,
    allowed,
    both,
    forbidden,
    lay,
    same,
    swap,
)

HELD_BY = lay(
    RULES,
    "posts:\n  - {post: 召集人, unit: 省厅, rank: 1}\n  - post: 召集人\n    unit: 市政府\n    rank: 1\n"
    "    incumbents:\n      - person: 示例甲\n        title: 示例市市长\n        since: 2024-01-10\n"
    "  - {post: 联络员, unit: 一局}\n  - {post: 办公室主任, unit: 一局}\n",
)
MAYOR_HELD = "      - person: 示例甲\n        title: 示例市市长\n        since: 2024-01-10\n"
NEXT_YEAR = {
    "calendar/2027.yaml": "year: 2027\nsource:\n  title: 2027年安排（示例）\n"
    "off:\n  - {name: 元旦, from: 2027-01-01, to: 2027-01-03}\n"
}
WEST = (
    "  - name: 西县政府\n    full: 示例市西县人民政府\n    kind: 县区政府\n"
    "    member: true\n    county: 西县\n"
)
FIFTH = "  - {name: 五局, full: 示例市第五局, kind: 其他}\ngroups:\n"
FORBIDDEN: dict[str, Forbidden] = {
    "person overwritten": Forbidden(
        HELD_BY,
        swap(RULES, "person: 示例甲\n        title", "person: 示例戊\n        title"),
        "LX540",
        "mechanism",
        "      - person: 示例戊",
    ),
    "title overwritten": Forbidden(
        HELD_BY,
        swap(RULES, "title: 示例市市长\n", "title: 示例市代市长\n"),
        "LX540",
        "mechanism",
        "        title: 示例市代市长",
    ),
    "since overwritten": Forbidden(
        HELD_BY,
        swap(RULES, "since: 2024-01-10", "since: 2023-01-10"),
        "LX540",
        "mechanism",
        "        since: 2023-01-10",
    ),
    "row removed": Forbidden(
        HELD_BY,
        swap(RULES, f"    incumbents:\n{MAYOR_HELD}", "    incumbents: []\n"),
        "LX540",
        "mechanism",
        "    incumbents:",
    ),
    "one of two rows removed": Forbidden(
        both(HELD_BY, swap(RULES, MAYOR_HELD, f"{MAYOR_HELD}      - person: 示例戊\n")),
        swap(RULES, MAYOR_HELD, ""),
        "LX540",
        "mechanism",
        "    incumbents:",
    ),
    "overwritten and added": Forbidden(
        HELD_BY,
        swap(RULES, MAYOR_HELD, "      - person: 示例戊\n      - person: 示例己\n"),
        "LX540",
        "mechanism",
        "      - person: 示例戊",
    ),
    "end rewritten": Forbidden(
        both(HELD_BY, swap(RULES, MAYOR_HELD, f"{MAYOR_HELD}        until: 2026-03-01\n")),
        swap(RULES, "until: 2026-03-01", "until: 2026-04-01"),
        "LX540",
        "mechanism",
        "        until: 2026-04-01",
    ),
    "unit renamed": Forbidden(
        same,
        both(
            swap(RULES, "- name: 西县政府", "- name: 西区政府"),
            swap(FIRST, "presenter: 西县政府", "presenter: 西县政府 "),
        ),
        "LX541",
        "mechanism",
        "  - name: 西区政府",
    ),
    "unit removed": Forbidden(
        same,
        swap(
            RULES,
            WEST,
            "",
        ),
        "LX541",
        "mechanism",
        "units:",
    ),
    "former name dropped": Forbidden(
        lay(WATER, "raised_by: 老二局\n"),
        swap(RULES, "    former:\n      - name: 老二局\n        until: 2025-12-31\n", ""),
        "LX541",
        "mechanism",
        "  - name: 二局",
    ),
    "day off made a workday": Forbidden(
        same,
        swap(YEAR, "    to: 2026-02-23", "    to: 2026-02-22"),
        "LX542",
        "2026",
        "    to: 2026-02-22",
    ),
    "days of a notice that is not named": Forbidden(
        same,
        both(
            swap(YEAR, "    to: 2026-02-23", "    to: 2026-02-22"),
            swap(YEAR, "  doc_no: 国办发明电〔2025〕7号      # 文号\n", ""),
        ),
        "LX542",
        "2026",
        "    to: 2026-02-22",
    ),
    "workday dropped": Forbidden(same, swap(YEAR, "  - 2026-05-09\n", ""), "LX542", "2026", "work:"),
    "opened": Forbidden(
        same,
        swap(FLATS, "disclosure: 不予公开", "disclosure: 主动公开"),
        "LX543",
        "I-2026-002",
        "disclosure:",
    ),
    "opened on request": Forbidden(
        same,
        swap(SECOND, "disclosure: 不予公开", "disclosure: 依申请公开"),
        "LX543",
        "M-2026-02",
        "disclosure:",
    ),
    "opened, reason dropped": Forbidden(
        same,
        swap(WATER, "disclosure: 不予公开\ndisclosure_reason: 涉及企业商业秘密\n", "disclosure: 主动公开\n"),
        "LX543",
        "I-2026-001",
        "disclosure:",
    ),
    "opened by an old note": Forbidden(
        lay(FLATS, "notes:\n  - {date: 2026-03-02, text: 企业不同意公开}\n"),
        swap(FLATS, "disclosure: 不予公开", "disclosure: 主动公开"),
        "LX543",
        "I-2026-002",
        "disclosure:",
    ),
    "allowed": Forbidden(
        same,
        swap(PIPES, "lead: 东县政府", "# lianxi: allow LX424 无变化免报\nlead: 东县政府"),
        "LX544",
        "T-2026-001",
        "# lianxi: allow",
    ),
    "allowed elsewhere": Forbidden(
        swap(PIPES, "lead: 东县政府", "# lianxi: allow LX424 无变化免报\nlead: 东县政府"),
        both(
            swap(PIPES, "# lianxi: allow LX424 无变化免报\n", ""),
            swap(PIPES, "due: 2026", "# lianxi: allow LX424 无变化免报\ndue: 2026"),
        ),
        "LX544",
        "T-2026-001",
        "# lianxi: allow",
    ),
    "allowed with another reason": Forbidden(
        swap(PIPES, "lead: 东县政府", "# lianxi: allow LX424 无变化免报\nlead: 东县政府"),
        swap(PIPES, "无变化免报", "另有安排"),
        "LX544",
        "T-2026-001",
        "# lianxi: allow",
    ),
    "rule loosened": Forbidden(
        same,
        swap(RULES, "workdays: 5", "workdays: 2"),
        "LX550",
        "mechanism",
        "      workdays: 2",
    ),
    "clause reworded": Forbidden(
        same,
        swap(RULES, "clause: 三（三）", "clause: 三（四）"),
        "LX550",
        "mechanism",
        "    clause: 三（四）",
    ),
    "member struck off": Forbidden(
        same,
        swap(
            RULES,
            "  - name: 四局\n    full: 示例市第四局\n    kind: 政府部门\n    member: true\n",
            "  - name: 四局\n    full: 示例市第四局\n    kind: 政府部门\n",
        ),
        "LX550",
        "mechanism",
        "  - name: 四局",
    ),
    "a name nobody used": Forbidden(
        swap(RULES, "groups:\n", FIFTH), swap(RULES, "name: 五局", "name: 伍局"), "LX550", "mechanism", "伍局"
    ),
    "a unit nobody used": Forbidden(
        swap(RULES, "groups:\n", FIFTH), swap(RULES, FIFTH, "groups:\n"), "LX550", "mechanism", "units:"
    ),
    "only the full name": Forbidden(
        same, swap(RULES, "示例市第四局", "示例市四局"), "LX550", "mechanism", "    full: 示例市四局"
    ),
    "the day of a former name": Forbidden(
        same, swap(RULES, "until: 2025-12-31", "until: 2025-11-30"), "LX550", "mechanism", "until: 2025-11-30"
    ),
    "the day of a dissolution": Forbidden(
        same,
        swap(RULES, "dissolved_on: 2026-03-01", "dissolved_on: 2026-02-01"),
        "LX550",
        "mechanism",
        "dissolved_on",
    ),
}
ALLOWED: dict[str, tuple[Edit, Edit]] = {
    "ended and followed": (
        HELD_BY,
        swap(
            RULES,
            MAYOR_HELD,
            f"{MAYOR_HELD}        until: 2026-04-30\n      - person: 示例戊\n        since: 2026-05-01\n",
        ),
    ),
    "followed above": (
        HELD_BY,
        swap(
            RULES,
            MAYOR_HELD,
            f"      - person: 示例戊\n        since: 2026-05-01\n{MAYOR_HELD}        until: 2026-04-30\n",
        ),
    ),
    "filled in": (
        both(HELD_BY, swap(RULES, MAYOR_HELD, "      - person: 示例甲\n")),
        swap(RULES, "      - person: 示例甲\n", MAYOR_HELD),
    ),
    "first incumbent": (same, HELD_BY),
    "renamed with its former name": (
        same,
        swap(
            RULES,
            "  - name: 西县政府\n",
            "  - name: 西区政府\n    former: [{name: 西县政府, until: 2026-05-05}]\n",
        ),
    ),
    "succeeded": (
        same,
        both(
            swap(
                RULES,
                "    county: 西县\n",
                "    county: 西县\n    dissolved_on: 2026-05-01\n    successor: 西区政府\n",
            ),
            swap(
                RULES,
                "groups:\n",
                "  - {name: 西区政府, full: 西区, kind: 县区政府, since: 2026-05-01}\ngroups:\n",
            ),
        ),
    ),
    "renamed with its full name": (
        same,
        swap(
            RULES,
            "  - name: 西县政府\n    full: 示例市西县人民政府\n",
            "  - name: 西区政府\n    full: 示例市西区人民政府\n"
            "    former: [{name: 西县政府, until: 2026-05-05}]\n",
        ),
    ),
    "dissolved at last": (
        swap(RULES, "groups:\n", FIFTH),
        swap(RULES, "kind: 其他", "kind: 其他, dissolved_on: 2026-05-01, successor: 四局"),
    ),
    "holidays renamed": (
        same,
        swap(YEAR, "name: 中秋节", "name: 中秋"),
    ),
    "document number": (
        swap(YEAR, "  doc_no: 国办发明电〔2025〕7号      # 文号\n", ""),
        swap(YEAR, "  published_on", "  doc_no: 国办发明电〔2025〕7号\n  published_on"),
    ),
    "days of another notice": (
        same,
        both(
            swap(YEAR, "    to: 2026-02-23", "    to: 2026-02-22"),
            swap(YEAR, "doc_no: 国办发明电〔2025〕7号", "doc_no: 国办发明电〔2026〕1号"),
        ),
    ),
    "a new year": (same, lambda files: {**files, **NEXT_YEAR}),
    "a year not yet used": (
        lambda files: {**files, **NEXT_YEAR},
        swap("calendar/2027.yaml", "to: 2027-01-03", "to: 2027-01-04"),
    ),
    "opened with a reason": (
        same,
        swap(
            WATER,
            "disclosure: 不予公开\ndisclosure_reason: 涉及企业商业秘密\n",
            "disclosure: 依申请公开\ndisclosure_reason: 企业已书面同意\n",
        ),
    ),
    "opened with a note": (
        same,
        both(
            swap(
                WATER, "disclosure: 不予公开\ndisclosure_reason: 涉及企业商业秘密\n", "disclosure: 主动公开\n"
            ),
            lay(WATER, "notes:\n  - {date: 2026-05-06, text: 公开审查后同意公开}\n"),
        ),
    ),
    "closed": (
        swap(WATER, "disclosure: 不予公开\ndisclosure_reason: 涉及企业商业秘密\n", "disclosure: 主动公开\n"),
        swap(WATER, "disclosure: 主动公开\n", "disclosure: 不予公开\ndisclosure_reason: 涉及企业商业秘密\n"),
    ),
    "an allowance moves with its line": (
        swap(PIPES, "lead: 东县政府", "# lianxi: allow LX424 无变化免报\nlead: 东县政府"),
        swap(PIPES, "id: T-2026-001\n", "id: T-2026-001\n# 供水\n"),
    ),
    "an allowance withdrawn": (
        swap(PIPES, "lead: 东县政府", "# lianxi: allow LX424 无变化免报\nlead: 东县政府"),
        swap(PIPES, "# lianxi: allow LX424 无变化免报\n", ""),
    ),
    "a comment": (same, swap(PIPES, "lead: 东县政府", "# 由县里牵头\nlead: 东县政府")),
    "a mechanism written otherwise": (same, swap(RULES, "  host: 一局\n", "  host: [一局]\n")),
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_forbidden(name: str, whole: Files) -> None:
    forbidden(FORBIDDEN[name], whole)


@pytest.mark.parametrize("name", ALLOWED)
def test_allowed(name: str, whole: Files) -> None:
    allowed(*ALLOWED[name], whole)
