"""Readers of the files of incidents that analysts download, each giving the same frame.

For ``checks``, and for whoever wants to look at such a file: ``read(path)``.
"""
