"""Tables and forms that show and take rows of any kind."""
