"""What a person touches: forms and tables made from the records. The only door to
ipywidgets and anywidget."""

from planning_kit.faces.form import Form, form
from planning_kit.faces.table import Table, table

__all__ = ["Form", "Table", "form", "table"]
