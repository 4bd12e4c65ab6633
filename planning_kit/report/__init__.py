"""The report: sections, one file per chapter, and the documents made of them.

Nothing is imported here, so that one chapter does not load all the others.
"""
