"""The LKjIP: its outline, what it is made of, its first-draft sentences, its completeness."""
