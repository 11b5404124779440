"""ONE FILE, ONE FORM that people fill in: its columns, what each is called elsewhere, how it is filled."""
