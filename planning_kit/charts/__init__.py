"""The only door to matplotlib: frames in, ``Figure`` out; one file per picture family.

Nothing is imported here, so that ``charts.values`` stays cheap for tables.
"""
