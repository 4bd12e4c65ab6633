"""The tables of handovers: what a tambon handed up, and how it was marked since."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text, Uuid

from planning_kit.store.columns import UtcTime
from planning_kit.store.metadata import METADATA

# Whole and unchanged, under the fingerprint of its text; the same one twice is kept once.
HANDOVER = Table(
    "handover",
    METADATA,
    Column("fingerprint", Text, primary_key=True),
    Column("area_id", Text, nullable=False, index=True),
    Column("plan_start_be", Integer, nullable=False),
    # 0 where no version of the plan was endorsed.
    Column("version", Integer, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("received_by", Text, nullable=False),
    Column("content", Text, nullable=False),
)
# Received, returned with comments, accepted: each a row of its own, none ever overwritten. Also
# on the laptop of the tambon, which holds no handover: the comments came back by file.
HANDOVER_MARK = Table(
    "handover_mark",
    METADATA,
    Column("mark_id", Uuid, primary_key=True),
    Column("fingerprint", Text, nullable=False, index=True),
    Column("area_id", Text, nullable=False, index=True),
    Column("plan_start_be", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("marked_by", Text, nullable=False),
    Column("marked_at", UtcTime, nullable=False),
)
