"""The chapters, one file each: a workbook in, a ``Section`` out.

Nothing is imported here, so that one chapter does not load all the others.
"""
