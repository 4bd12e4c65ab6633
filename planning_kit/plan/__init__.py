"""From agreed problems to a plan that can be carried out: pure functions, frames in, frames out.

Frames are those of ``workbook.frame(Kind)``. Findings and reasons carry message ids and
values, never worded numbers; the report says them.
"""
