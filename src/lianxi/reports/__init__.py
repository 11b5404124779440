"""One file, one question: (book, today) → facts."""
