"""How much of somebody's file is read: beyond these the file is refused with a sentence.

They keep a hostile or mistaken file from filling the memory or the afternoon. Change them
here for a machine that can bear more.
"""

from __future__ import annotations

_MEBIBYTE = 1024 * 1024

# A file as it lies on the disk; JSON takes far more memory than its text.
MOST_BYTES = 100 * _MEBIBYTE
MOST_JSON_BYTES = 50 * _MEBIBYTE
# A web page takes long to take apart.
MOST_PAGE_BYTES = 30 * _MEBIBYTE

# The parts of a packed file (.xlsx, .ods, .zip): how many, how big once unpacked, and how
# many times bigger than packed. Real sheets stay under 100 times; a zip bomb is near 1,000.
MOST_PARTS = 5_000
MOST_UNPACKED_BYTES = 400 * _MEBIBYTE
MOST_TIMES_BIGGER = 250
# Small parts may shrink a lot without being a trick.
RATIO_COUNTS_FROM = _MEBIBYTE

# A sheet of Excel ends at these.
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
# Cells that hold something, in one table.
MOST_CELLS = 5_000_000
# The rectangle from the first cell to the farthest one, blank cells too.
MOST_GRID = 12_000_000

# Records that one file gives: checking a hundred thousand takes half a minute and a third of
# a gigabyte. All villages of the country are 75,000.
MOST_RECORDS = 150_000

# So many blank rows one after another are listed one by one; more are told in one remark.
LONGEST_BLANK_RUN = 100

# A heading stands in one of so many rows from the top, on at most so many lines.
DEEPEST_HEADING = 60
MOST_HEADING_LINES = 3
