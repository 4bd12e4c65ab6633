"""A few questions about one record, each saved as soon as it is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ipywidgets as w

from planning_kit.faces.control import Control
from planning_kit.faces.held import Held
from planning_kit.faces.parts_control import DateControl
from planning_kit.faces.tool import Tool
from planning_kit.faces.touch_controls import touch_control
from planning_kit.workbook.saving import Level, Saving, read_answer


class RecordEditor:
    """Shows fields of a kept record; ``instead`` gives controls of one's own for some."""

    def __init__(
        self,
        tool: Tool,
        held: Held,
        names: Sequence[str],
        instead: Mapping[str, Control] | None = None,
    ) -> None:
        self._tool, self.held = tool, held
        own = instead or {}
        self.controls: dict[str, Control] = {
            name: own.get(name) or touch_control(held.kind, name, tool.workbook) for name in names
        }
        for name, control in self.controls.items():
            control.show(held.values[name])
            control.on_answer(self._answered)
        self.widget = w.VBox([control.widget for control in self.controls.values()])

    def _answered(self, control: Control) -> None:
        if isinstance(control, DateControl) and control.is_begun:
            control.say_nothing()
            return
        name = control.spec.name
        value, finding = read_answer(self.held.kind, name, control.answer())
        if finding is not None and finding.level is Level.REFUSE:
            control.complain(finding.say())
            self._tool.line.refused([str(control.spec.label)])
            return
        control.understood(value)
        self._tool.change(self.held, {name: control.answer()}, self._told)

    def _told(self, saving: Saving) -> None:
        for finding in saving.findings:
            control = self.controls.get(finding.field)
            if control is None:
                continue
            if finding.level is Level.REFUSE:
                control.complain(finding.say())
            elif not control.said:
                control.remark(finding.say())
