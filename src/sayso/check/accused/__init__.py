"""Who is accused in a report, of what, and whether they are heard."""
