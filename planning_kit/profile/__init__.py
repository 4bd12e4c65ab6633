"""What the records say about a tambon: pure functions from frames to tidy frames.

Every table of groups hides cells of 1–4, and enough others that none can be worked out
again; such a cell is NaN and its ``hidden`` column is ``True``.
"""
