"""What things are: tables, typed frames and the vocabulary of the field. Imports no other floor."""
