"""The opened office: its folder, its people, and entering any row of its data."""
