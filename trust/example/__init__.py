"""The example partnership: invented partners, people and business, made through the operations that people use."""
