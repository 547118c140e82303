"""Proposals for a new article, by rules and offline: what a person then words, mends or deletes."""
