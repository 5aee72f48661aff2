"""Make the TTF files that PDFs are set in: one per weight, latin and latin-ext merged (Welsh ŵ ŷ), from the web parts.

Needs fontTools and brotli, and `npm ci` run before in this folder.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
PARTS = HERE / "node_modules/@fontsource/atkinson-hyperlegible-next/files"
OUT = HERE.parent.parent / "trust/static/trust/fonts"
FAMILY = "Atkinson Hyperlegible Next"
FACES = (("Regular", 400, "normal"), ("Italic", 400, "italic"), ("SemiBold", 600, "normal"), ("Bold", 700, "normal"))
# fsSelection and macStyle, by which a system knows the four faces of one family.
LINKS = {"Regular": (0x40, 0), "Italic": (0x01, 2), "SemiBold": (0x40, 0), "Bold": (0x20, 1)}


def part(subset: str, weight: int, slope: str) -> TTFont:
    font = TTFont(PARTS / f"atkinson-hyperlegible-next-{subset}-{weight}-{slope}.woff2")
    font.flavor = None
    del font["STAT"]
    return font


def without(font: TTFont, letters: set[int]) -> TTFont:
    """The font cut to what ``letters`` lacks, so that merging meets no letter twice."""
    options = Options(layout_features=["*"], glyph_names=True, notdef_outline=True)
    cut = Subsetter(options)
    cut.populate(unicodes=set(font.getBestCmap()) - letters)
    cut.subset(font)
    return font


def merged(weight: int, slope: str) -> TTFont:
    latin = part("latin", weight, slope)
    extended = without(part("latin-ext", weight, slope), set(latin.getBestCmap()))
    with TemporaryDirectory() as folder:
        files = [f"{folder}/latin.ttf", f"{folder}/latin-ext.ttf"]
        latin.save(files[0])
        extended.save(files[1])
        return Merger().merge(files)


def name(font: TTFont, style: str, weight: int) -> None:
    """Write the names and style bits under which the face joins its family; embedding is allowed (OFL)."""
    linked = style in ("Regular", "Italic", "Bold")
    kept = {n.nameID: n.toUnicode() for n in font["name"].names if n.nameID in (0, 5, 14)}
    full, script = f"{FAMILY} {style}", f"AtkinsonHyperlegibleNext-{style}"
    names = kept | {1: FAMILY if linked else full, 2: style if linked else "Regular", 3: f"Concordat;{script}", 4: full}
    names |= {6: script, 13: "SIL Open Font License, Version 1.1", 16: FAMILY, 17: style}
    font["name"].names = []
    for key, words in sorted(names.items()):
        font["name"].setName(words, key, 3, 1, 0x409)
    font["OS/2"].fsType = 0
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection, font["head"].macStyle = LINKS[style][0] | 0x80, LINKS[style][1]


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for style, weight, slope in FACES:
        font = merged(weight, slope)
        name(font, style, weight)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        font.save(OUT / f"AtkinsonHyperlegibleNext-{style}.ttf")


if __name__ == "__main__":
    main()
