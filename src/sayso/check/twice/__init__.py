"""One figure or one quotation told twice, in two ways."""
