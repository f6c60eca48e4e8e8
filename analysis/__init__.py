"""What things mean: formulas, protection, intervals, sentences. `kennzahlen` and `geheimhaltung` are pure."""
