"""Who is meant: the names of speakers."""
