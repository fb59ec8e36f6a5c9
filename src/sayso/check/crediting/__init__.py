"""What came through somebody else: other newsrooms, the net, private occasions, pollsters."""
