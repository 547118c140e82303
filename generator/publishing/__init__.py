"""From pages to a whole site in `site/`."""
