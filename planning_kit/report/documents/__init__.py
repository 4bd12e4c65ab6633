"""Papers of meetings and of the plan, made from the records: letters, agenda, minutes."""

from planning_kit.report.documents.compose import KINDS, compose
from planning_kit.report.documents.document import Block, Document
from planning_kit.report.documents.page import to_page
from planning_kit.report.documents.writing import FORMATS, write_documents

__all__ = ["FORMATS", "KINDS", "Block", "Document", "compose", "to_page", "write_documents"]
