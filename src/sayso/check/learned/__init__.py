"""What was fitted beforehand."""
