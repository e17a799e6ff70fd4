"""The rules of SAKIP in plain Python: no Qt, no SQL, no files, no clock."""
