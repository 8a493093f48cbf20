"""Quotes as other tools read them: one writer a format, from records to bytes."""
