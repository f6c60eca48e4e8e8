"""The page Fristen: what is owed when, how it stands, and entering proofs, releases and own dates."""
