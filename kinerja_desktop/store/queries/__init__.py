"""The reads of the database: one module for each subject, records or plain values.

Each function says what it is for and in which order its rows come.
"""
