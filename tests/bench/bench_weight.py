"""What the desk makes a browser fetch, file by file: script and style, compressed as they are served.

python -m tests.bench.bench_weight
"""

from tests.bench import ground

AIM = 120


def main() -> None:
    ground.set_up()
    from django.test import Client

    from tests.bench.bench_save import meeting_of
    from tests.weight import loaded_by

    with ground.databases("bench_weight"):
        ground.stand_on("bench_weight")
        _, address = meeting_of(16)
        client = Client()
        from boards.models import User

        client.force_login(User.objects.get(email="clerk@example.org"))
        weights = loaded_by(client.get(address.split("items/")[0]).content.decode())
    rows = [(name, f"{weight / 1000:.1f}") for name, weight in weights.items()]
    total = ("altogether", f"{sum(weights.values()) / 1000:.1f}")
    ground.table(f"The desk's script and style (aim: under {AIM} kB)", ("file", "kB, gzip"), [*rows, total])


if __name__ == "__main__":
    main()
