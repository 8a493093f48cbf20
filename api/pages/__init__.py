"""Pages for people: a quote's own page, and its card for the pages of others."""
