"""LX333（错误）：不正式行文的联席会议，纪要写了文号或者用了印章。

抓什么：mechanism.yaml 写 formal_documents: false 的，纪要写了 doc_no（文号）；写 seal: false 的，
纪要写了 seal: true。设立联席会议的文件自己有文号，不在此列。

为什么：《通知》三规定联席会议制度“不刻制印章，不正式行文”：纪要只编期号（issue_no），不编发文字号，
不盖章。需要正式行文的，由牵头单位用自己的文号和印章，或者由成员单位联合行文。别的联席会议，
按它的设立文件或者配置。

怎么改：删去文号、印章；要正式行文的，由单位另行文。

要人定：这个文号或者印章是谁的，要核对原件。

前提：mechanism.yaml

    rules:
      nature:
        basis: 通知
        clause: 三
        text: |
          不刻制印章，不正式行文（示例）。
      seal: false
      formal_documents: false

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      doc_no: 示联会〔2026〕1号
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
      issued_on: 2026-02-13

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      seal: true
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
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
from lianxi.shown import shown
from lianxi.situation import Situation

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """A conference without a seal and documents of its own has neither on its minutes."""
    minutes = meeting.minutes
    if minutes is None:
        return
    formal, seal = now.terms.nature("formal_documents"), now.terms.nature("seal")
    if minutes.doc_no is not None and formal and not formal.value:
        yield Told(
            f"本联席会议不正式行文，纪要却写了文号“{shown(minutes.doc_no)}”",
            f"删去 doc_no 这一行，纪要只用期号（第{minutes.issue_no}期）；"
            "要正式行文的，由牵头单位用自己的文号另行文",
            ("minutes", "doc_no"),
            basis=formal.basis,
        )
    if minutes.seal and seal and not seal.value:
        yield Told(
            "本联席会议不刻制印章，纪要却写了盖章（seal: true）",
            "删去 seal 这一行；要盖章的，由牵头单位用自己的印章另行文",
            ("minutes", "seal"),
            basis=seal.basis,
        )
