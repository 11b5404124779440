"""Private data in a text: how it is told, and a cheap test that most texts pass by."""
