"""Two figures and what is told of the way between them: shares, rates, ranks, conversions."""
