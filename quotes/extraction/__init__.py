"""Text in, attributions out: pure functions, one stage a module."""
