"""Fills what is free between the objects of this process, before kernels are forked from it.

What a fork allocates would otherwise go into these holes. Each lies on a page that all kernels
share, and writing the smallest thing into it copies the whole page for that one kernel. With the
holes filled, what is new goes to pages of its own. Only glibc's allocator and CPython's are
known; elsewhere kernels are as large as they were.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

_LARGEST, _SMALLEST = 1 << 16, 24
_SIZES = [_LARGEST >> shift for shift in range(11)] + [_SMALLEST]
_POOL, _POOL_HEADER, _STEP, _MOST_SMALL = 1 << 14, 48, 16, 512
_ARENA_MAX = -8
# Where pools are not as they are known here, no more than this is given away for each size.
_MOST_GIVEN, _ROW = 1 << 20, 16
_kept: list[object] = []


class _HeapFigures(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks",
            "uordblks", "fordblks", "keepcost",
        )
    ]  # fmt: skip


def fill_holes() -> None:
    """Fill them for good; to be called when nothing more is imported or freed."""
    _fill_pools()
    libc = ctypes.CDLL(None)
    # The zygote runs on Linux alone; a C library other than glibc has neither.
    if hasattr(libc, "mallinfo2") and hasattr(libc, "malloc_trim"):
        _fill_heap(libc)


def share_one_heap() -> None:
    """Let all threads of this process allocate from one heap; to be called before there are any.

    glibc gives threads heaps of their own, which grow and are not given back. Python's threads
    take turns, so none waits for another at a heap.
    """
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_ARENA_MAX, 1)


def _fill_pools() -> None:
    """Fill the begun pools of CPython's allocator, one size of objects after the other."""
    _fill_size(16, object)
    _fill_size(32, lambda: float(len(_kept)))
    empty = b"".__sizeof__()
    for size in range(_POOL_HEADER, _MOST_SMALL + 1, _STEP):
        _fill_size(size, lambda size=size: bytes(size - empty))  # type: ignore[misc]


def _fill_size(size: int, make: Callable[[], object]) -> None:
    expected, in_a_row = _POOL_HEADER, 0
    for _try in range(_MOST_GIVEN // size):
        _kept.append(made := make())
        place = id(made) % _POOL
        in_a_row = in_a_row + 1 if place == expected else int(place == _POOL_HEADER)
        # One behind the other from the very beginning of a pool: nobody had begun it.
        if in_a_row == _ROW:
            return
        expected = place + size if in_a_row else _POOL_HEADER


def _fill_heap(libc: ctypes.CDLL) -> None:
    """Fill the holes of the C library's heap, the large ones first; nothing is written to them."""
    libc.mallinfo2.restype = _HeapFigures
    libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    libc.free.restype, libc.free.argtypes = None, [ctypes.c_void_p]
    libc.malloc_trim(0)
    for size in _SIZES:
        for _try in range(libc.mallinfo2().fordblks // size + 1):
            top = libc.mallinfo2().keepcost
            taken = libc.malloc(size)
            if libc.mallinfo2().keepcost != top:
                # It came from the end of the heap: no hole of this size is left.
                libc.free(taken)
                break
