"""LX331（错误）：没有签发，纪要就印发了。

抓什么：规定了由谁签发（sign_off，专题工作会议看 special_sign_off）的，纪要已经印发，
没有写签发人或者签发日期。规定由各方签署的看 LX329。

为什么：没有签发的纪要不能印发。《通知》没有规定由谁签发；本联席会议的设立文件或者配置有规定的，
按规定查。

怎么改：补上签发人和签发日期。

要人定：谁在哪一天签发的，要查签发稿。

前提：mechanism.yaml

    rules:
      minutes:
        basis: 配置
        sign_off: 召集人

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      issued_on: 2026-02-13

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signed_by:
        post: 召集人
        unit: 市政府
      issued_on: 2026-02-13

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
      issued_on: 2026-02-13
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.sign_off import BY_ALL_SIDES, signer, signer_lines

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """What is issued was signed, by somebody and on a day."""
    minutes = meeting.minutes
    if minutes is None or minutes.issued_on is None or (minutes.signed_by and minutes.signed_on):
        return
    term, consent = signer(meeting, now), now.terms.settled("minutes", "consent")
    if term is None or (consent is not None and consent.value == BY_ALL_SIDES):
        return
    lines = [] if minutes.signed_by else [signer_lines(term.value, meeting, now)]
    lines += [] if minutes.signed_on else [f"signed_on: {minutes.issued_on}"]
    lacking = ["签发人"] * (minutes.signed_by is None) + ["签发日期"] * (minutes.signed_on is None)
    yield Told(
        f"纪要已经印发，没有写{'和'.join(lacking)}",
        "签发过的，照签发稿在 minutes 里补上：\n" + "\n".join(lines) + "\n没有签发的，签发了再印发",
        ("minutes", "issued_on"),
        basis=term.basis,
    )
