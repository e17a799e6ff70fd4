"""Evaluasi SAKIP: criteria, answers, proposals, recommendations."""
