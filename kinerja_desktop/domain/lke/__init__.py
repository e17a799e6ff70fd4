"""Evaluasi SAKIP: criteria, answers, score, what the data proves."""
