"""The Gremien of a region."""
