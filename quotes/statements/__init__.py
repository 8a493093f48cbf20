"""Which quotes are one statement: the same words of the same speaker, wherever they were printed."""
