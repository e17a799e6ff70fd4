"""Errors of SQLite as Python raises them: with SQLite's own result code."""

import sqlite3


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("in English")
    error.sqlite_errorcode = code
    return error
