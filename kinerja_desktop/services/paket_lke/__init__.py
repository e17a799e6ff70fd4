"""The evidence pack for the evaluator."""
