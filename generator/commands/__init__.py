"""The commands, one module a kind of work."""
