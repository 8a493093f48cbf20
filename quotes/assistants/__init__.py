"""The database as tools of an assistant, by the Model Context Protocol (MCP); all of them only read."""
