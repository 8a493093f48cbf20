"""What the contexts of JSON-LD say of the terms used here, written down from their specifications.

The documents themselves are not here, and tests load nothing from the network.
"""

from __future__ import annotations

from typing import Any

OA, AS, DC, RDF = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
XSD = "http://www.w3.org/2001/XMLSchema#"
SCHEMA = "http://schema.org/"


def _link(iri: str) -> dict[str, str]:
    return {"@id": iri, "@type": "@id"}


def _typed(iri: str, kind: str) -> dict[str, str]:
    return {"@id": iri, "@type": f"{XSD}{kind}"}


# Web Annotation Vocabulary, appendix A.
ANNOTATION: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{
        name: OA + name
        for name in ("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector", "TimeState")
    },
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Software": f"{AS}Application",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    **{name: OA + name for name in ("identifying", "highlighting", "describing", "tagging")},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "body": _link(f"{OA}hasBody"),
    "target": _link(f"{OA}hasTarget"),
    "source": _link(f"{OA}hasSource"),
    "selector": _link(f"{OA}hasSelector"),
    "state": _link(f"{OA}hasState"),
    "canonical": _link(f"{OA}canonical"),
    "cached": _link(f"{OA}cachedSource"),
    "generator": _link(f"{AS}generator"),
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "modified": _typed(f"{DC}modified", "dateTime"),
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "start": _typed(f"{OA}start", "nonNegativeInteger"),
    "end": _typed(f"{OA}end", "nonNegativeInteger"),
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "name": "http://xmlns.com/foaf/0.1/name",
}
# schema.org's names each term by its own name, and those that hold an address as such.
SCHEMA_ORG: dict[str, Any] = {
    "@vocab": SCHEMA,
    "url": _link(f"{SCHEMA}url"),
    "dateCreated": {"@id": f"{SCHEMA}dateCreated", "@type": f"{SCHEMA}Date"},
    "datePublished": {"@id": f"{SCHEMA}datePublished", "@type": f"{SCHEMA}Date"},
}
# Which classes have a property, and what it holds, of those used here.
PROPERTIES: dict[str, tuple[set[str], set[str]]] = {
    "text": ({"Quotation", "NewsArticle"}, {"Text"}),
    "spokenByCharacter": ({"Quotation"}, {"Person", "Organization"}),
    "creator": ({"Quotation", "NewsArticle"}, {"Person", "Organization"}),
    "author": ({"Quotation", "NewsArticle"}, {"Person", "Organization"}),
    "publisher": ({"Quotation", "NewsArticle"}, {"Person", "Organization"}),
    "dateCreated": ({"Quotation", "NewsArticle"}, {"Date"}),
    "datePublished": ({"Quotation", "NewsArticle"}, {"Date"}),
    "locationCreated": ({"Quotation", "NewsArticle"}, {"Place"}),
    "audience": ({"Quotation", "NewsArticle"}, {"Audience"}),
    "isPartOf": ({"Quotation", "NewsArticle"}, {"NewsArticle"}),
    "headline": ({"Quotation", "NewsArticle"}, {"Text"}),
    "url": ({"Quotation", "NewsArticle", "Person", "Organization", "Place"}, {"URL"}),
    "name": ({"Person", "Organization", "Place", "Audience"}, {"Text"}),
}
_DOCUMENTS = {"http://www.w3.org/ns/anno.jsonld": ANNOTATION, "https://schema.org": SCHEMA_ORG}


def load(url: str, _options: Any = None) -> dict[str, Any]:
    """Load a context for pyld; fail for any other document."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": _DOCUMENTS[url]},
    }
