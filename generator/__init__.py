"""Briefbook: a static briefing-site generator whose every sentence is proved by a passage of an article."""
