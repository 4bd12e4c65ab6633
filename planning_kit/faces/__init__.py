"""What a person touches: forms made from the records. The only door to ipywidgets."""

from planning_kit.faces.form import Form, form

__all__ = ["Form", "form"]
