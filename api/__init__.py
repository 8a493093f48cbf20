"""The JSON API, and the pages to come: a thin shell around `quotes`, without SQL of its own."""
