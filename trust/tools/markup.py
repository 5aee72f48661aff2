"""The small markup minutes are written in: paragraphs, **bold**, *italic*, lists and links. Everything else is text.

Minutes number points as "(1)", "(a)" and "(i)", which no Markdown knows: those lines become lists too, and every
numbered point prints its number as it was typed. What looks like a heading, an image or HTML is shown as typed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from trust.tools.plain import plain

_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "span"}
_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_MARK = r"\((?:\d{1,3}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})\)"
_POINT_LINE = re.compile(rf"^([ \t]*)({_MARK}[ \t]+\S)", re.MULTILINE)
_POINT = re.compile(rf"({_MARK})[ \t]+")

_reader = MarkdownIt("zero", {"breaks": True}).enable(
    ["list", "emphasis", "link", "autolink", "newline", "escape", "balance_pairs"]
)
_reader.validateLink = lambda url: bool(_LINK.match(url))  # type: ignore[method-assign]


def as_html(text: str) -> SafeString:
    """Safe HTML of a text in the house's markup; "" for an empty one."""
    html = _reader.renderer.render(_tokens(text), _reader.options, {})
    safe = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        allowed_classes={"ol": {"c-points"}, "span": {"c-point"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(safe.strip())


def as_text(text: str) -> str:
    """The words alone, a line for each paragraph or point: for excerpts, search and plain files."""
    return "\n".join(_lines(_tokens(text))).strip()


def opening(text: str, words: int) -> str:
    """The first words of plain lines, each line still a line of its own; whole where it is no longer than that."""
    kept: list[str] = []
    for line in text.splitlines():
        said = line.split()
        if len(said) > words:
            return "\n".join([*kept, " ".join([*said[:words], "…"])])
        kept += [" ".join(said)] if said else []
        words -= len(said)
    return "\n".join(kept)


def _tokens(text: str) -> list[Token]:
    text = _POINT_LINE.sub(r"\1+ \2", plain(text))
    tokens = _reader.parse(text, {})
    for place, token in enumerate(tokens):
        if token.type == "list_item_open":
            _keep_mark(tokens, place)
    _mark_lists(tokens)
    return tokens


def _keep_mark(tokens: Sequence[Token], place: int) -> None:
    """Print the point's number as it was typed: minutes are cited by it, so it is never counted anew."""
    item = tokens[place]
    words = next((token for token in tokens[place + 1 : place + 3] if token.type == "inline"), None)
    if not words or not words.children:
        return
    if point := _POINT.match(words.content) if item.markup == "+" else None:
        item.info = point[1]
        words.children[0].content = words.children[0].content[point.end() :]
    elif item.info:
        item.info += item.markup
    if item.info:
        mark = Token("html_inline", "", 0, content=f'<span class="c-point">{item.info}</span> ')
        words.children.insert(0, mark)


def _mark_lists(tokens: Sequence[Token]) -> None:
    """Lists whose first point carries a number are ordered lists that print their own numbers."""
    opened: list[Token] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.type.endswith("_list_open"):
            opened.append(token)
            if following and following.info:
                token.tag, token.attrs = "ol", {"class": "c-points"}
        elif token.type.endswith("_list_close"):
            token.tag = opened.pop().tag


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    mark, depth = "", 0
    for token in tokens:
        depth += token.nesting if token.type.endswith(("_list_open", "_list_close")) else 0
        if token.type == "list_item_open":
            mark = f"{token.info} " if token.info else "• "
        elif token.type == "inline":
            words = "".join(_words(token.children or []))
            yield "  " * max(depth - 1, 0) + mark + words
            mark = ""


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type != "html_inline":
            yield "\n" if token.type in ("softbreak", "hardbreak") else token.content
