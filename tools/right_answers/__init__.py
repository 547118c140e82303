"""Drafts measured against the answers of a careful curator, without the program's own reading of words and figures."""
