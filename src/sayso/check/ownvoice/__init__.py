"""Contested claims that the reporter makes in the report's own voice."""
