"""The tables of what is no record, or not yet: drafts, votes on their way, learners' answers."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from planning_kit.store.columns import UtcTime
from planning_kit.store.metadata import METADATA

# What is typed and not saved yet: no record, so nothing counts, prints or merges it.
DRAFT = Table(
    "draft",
    METADATA,
    Column("draft_id", Uuid, primary_key=True),
    Column("area_id", Text, nullable=False, index=True),
    Column("record_type", Text, nullable=False),
    Column("face", Text, nullable=False),
    Column("record_id", Uuid, index=True),
    Column("over_id", Uuid),
)
DRAFT_ANSWER = Table(
    "draft_answer",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("draft_id", ForeignKey("draft.draft_id"), nullable=False, index=True),
    Column("field", Text, nullable=False),
    Column("answer", JSON),
    Column("page", Uuid, nullable=False),
    Column("typed_by", Text, nullable=False),
    Column("typed_at", UtcTime, nullable=False),
    # A number is never given twice: “seen up to here” must stay true after erasing.
    sqlite_autoincrement=True,
)

# Votes on their way: a box for each open vote, and the ballots in it until it is sealed.
BALLOT_BOX = Table(
    "ballot_box",
    METADATA,
    Column("area_id", Text, primary_key=True),
    Column("poll_code", Text, primary_key=True),
    # Raised by every writer before it looks at anything, so that writers queue at their box.
    Column("writes", Integer, nullable=False),
    Column("is_sealed", Boolean, nullable=False),
)
BOXED_BALLOT = Table(
    "boxed_ballot",
    METADATA,
    Column("area_id", Text, primary_key=True),
    Column("poll_code", Text, primary_key=True),
    Column("token", Text, primary_key=True),
    Column("marks", JSON, nullable=False),
    Column("ballot_no", Text),
)

# What learners answered in quizzes of the course: no record of the plan, and no person.
LEARNER = Table(
    "learner",
    METADATA,
    Column("area_id", Text, primary_key=True),
    Column("learner", Text, primary_key=True),
    Column("came_at", UtcTime, nullable=False),
)
LEARNER_ANSWER = Table(
    "learner_answer",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("area_id", Text, nullable=False),
    Column("learner", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", JSON, nullable=False),
    Column("is_right", Boolean, nullable=False),
    Column("sent", Text, nullable=False),
    Column("answered_at", UtcTime, nullable=False),
    UniqueConstraint("area_id", "learner", "sent"),
)
