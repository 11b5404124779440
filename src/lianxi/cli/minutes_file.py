"""Puts the minutes of a meeting into their file, and that file into a commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.minutes_paper import paper, shown
from lianxi.cli.output import say, write_file
from lianxi.cli.refusal import CLEAN, FOUND, Refusal

if TYPE_CHECKING:
    from lianxi.cli.folder import Folder
    from lianxi.schema.meeting import Meeting


def to_keep(folder: Folder, record: Meeting, fresh: bytes) -> bytes:
    """What belongs in the file: of sealed minutes what was sealed, and nothing else."""
    from lianxi.sealed import digest, with_lf

    seal = record.minutes.sha256 if record.minutes and record.minutes.issued_on else None
    if seal is None or digest(fresh) == seal:
        return fresh
    path = paper(folder, record.id)
    kept = path.read_bytes() if path.is_file() else b""
    if digest(kept) == seal:
        say("纪要已经印发，文件没有动；现在的记录同它不一致，要更正的写 corrections 再 --reseal", err=True)
        return with_lf(kept)
    raise Refusal(
        f"{record.id} 的纪要已经印发，按现在的记录生成的同印发的摘要对不上，没有写；"
        "印发的那一份从 Git 里取回，要更正的写 corrections 再运行 --reseal",
        FOUND,
    )


def written(folder: Folder, record: Meeting, data: bytes) -> int:
    """Write the file, unless it says so already; the exit code."""
    path = paper(folder, record.id)
    if path.is_file() and path.read_bytes() == data:
        say(f"{shown(folder, record.id)} 没有变化")
        return CLEAN
    write_file(path, data)
    say(f"已写 {shown(folder, record.id)}")
    return CLEAN


def committed(folder: Folder, record: Meeting, data: bytes) -> int:
    """Write the file and commit it alone, unless that has been done; the exit code."""
    from lianxi.committing import commit_file
    from lianxi.sealed import digest

    issued = record.minutes is not None and record.minutes.issued_on is not None
    number = f"（第{record.minutes.issue_no}期）" if record.minutes else ""
    message = f"{'纪要' if issued else '纪要稿'}：{record.id}{number}"
    trailers = {"Lianxi-Meeting": record.id, "Lianxi-Digest": f"sha256:{digest(data)}"}
    made = commit_file(paper(folder, record.id), data, message, trailers)
    if made is None or made.id is None:
        say(f"{shown(folder, record.id)} 已经提交过，没有变化")
        return CLEAN
    say(f"已提交 {shown(folder, record.id)}（{made.id[:10]}），只有这一个文件；会议记录的改动另行提交")
    if made.said.strip():
        say(made.said.strip())
    return CLEAN
