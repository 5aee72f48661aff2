"""The project: front door and tool room. The front door may import every storey; no committee noun lives here."""
