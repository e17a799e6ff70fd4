"""The help of the program, its manual on paper, and looking for anything in an office."""
