"""What each printed document says, as plain data that `documents` only has to set."""
