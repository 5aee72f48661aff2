"""Makes what WeasyPrint drew as PDF/A-3a into PDF/UA-1 as well, in the same file, before it is written.

WeasyPrint 70 takes one standard only, and leaves undone: the scope of header cells, running heads outside the tree,
tables over pages, the second standard's name in the metadata, a field to sign in.
"""

from collections.abc import Callable
from typing import Any

import pydyf

from trust.tools.pdf_attached import name_once
from trust.tools.pdf_tables import TableJoiner
from trust.tools.pdf_tree import Tree

# The name of the second standard, and the description of it that PDF/A asks for any name it does not know.
PDF_UA = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
PRINTED_AND_LOCKED = 4 | 128
SIGNATURE_FIELD = "Signature"


def finisher(signature_label: str) -> Callable[[Any, pydyf.PDF], None]:
    """What WeasyPrint calls before it writes. ``signature_label``: adds an empty field to sign in, named so."""

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        tree = Tree(pdf)
        in_body = set(tree.document["K"])
        scope_headers(tree)
        mark_artifacts(tree, in_body, TableJoiner(tree).join(document.pages))
        declare_both_standards(pdf)
        name_once(pdf)
        if signature_label:
            add_signature_field(tree, signature_label)

    return finish


def scope_headers(tree: Tree) -> None:
    """A header cell says what it heads, in place of lists of identifiers for which WeasyPrint writes no index."""
    for element in tree.elements():
        if element["S"] == "/TH":
            group = tree.parent_of(tree.parent_of(element))
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
            element.pop("ID", None)
        elif element["S"] == "/TD":
            element["A"].pop("Headers", None)
            if element["A"].keys() == {"O"}:
                del element["A"]


def mark_artifacts(tree: Tree, in_body: set[bytes], repeated: set[bytes]) -> None:
    """Running heads, page numbers and heads repeated on later pages are not read aloud as text."""
    known: dict[bytes, bool] = {}

    def is_artifact(reference: bytes) -> bool:
        if reference not in known:
            parent = tree.at(reference)["P"]
            if reference in repeated:
                known[reference] = True
            elif parent == tree.document.reference:
                known[reference] = reference not in in_body
            else:
                known[reference] = parent != tree.root.reference and is_artifact(parent)
        return known[reference]

    for number, page in enumerate(tree.pdf.page_references):
        owners = tree.numbers[2 * number + 1]
        artifacts = {marked for marked, owner in enumerate(owners) if is_artifact(owner)}
        stream = tree.at(tree.at(page)["Contents"]).stream
        for place, item in enumerate(stream):  # the tag, its properties and BDC are three items
            if isinstance(item, dict) and item.get("MCID") in artifacts:
                stream[place - 1 : place + 1] = [b"/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
        for marked in artifacts:
            owners[marked] = b"null"


def declare_both_standards(pdf: pydyf.PDF) -> None:
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.compress = False
    metadata.stream = [metadata.stream[0].replace(b"</rdf:RDF>", PDF_UA.strip() + b"</rdf:RDF>", 1)]


def add_signature_field(tree: Tree, label: str) -> None:
    """An empty field at the end of the document, without size and in the tree, for the signature to fill."""
    page_reference = tree.pdf.page_references[-1]
    parent = tree.at(tree.document["K"][-1])
    number = max(tree.numbers[::2]) + 1
    widget = tree.add(_widget(label, page_reference, number))
    in_tree = tree.add(pydyf.Dictionary({"Type": "/OBJR", "Obj": widget, "Pg": page_reference}))
    form = {"Type": "/StructElem", "S": "/Form", "P": parent.reference, "Pg": page_reference}
    parent["K"].append(tree.add(pydyf.Dictionary(form | {"K": pydyf.Array([in_tree])})))
    tree.numbers.extend([number, parent["K"][-1]])
    tree.at(page_reference).setdefault("Annots", pydyf.Array()).append(widget)
    tree.pdf.catalog["AcroForm"] = pydyf.Dictionary({"Fields": pydyf.Array([widget])})


def _widget(label: str, page_reference: bytes, number: int) -> pydyf.Dictionary:
    return pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": pydyf.String(SIGNATURE_FIELD),
            "TU": pydyf.String(label),
            "F": PRINTED_AND_LOCKED,
            "Rect": pydyf.Array([0, 0, 0, 0]),
            "P": page_reference,
            "StructParent": number,
        }
    )
