"""What the partners of the example buy together, and how it is going."""
