"""Expand the claims of `.cache/jsonld/claims.jsonld` without fetching anything, and check what they came to."""

import json
import pathlib
import sys

from pyld import jsonld

SCHEMA, PROV, OA = "https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def refuse(url, options):
    raise ValueError(f"the document asks for {url}")


def faults(document):
    expanded = jsonld.expand(document, {"documentLoader": refuse})
    ids = {node["@id"] for node in expanded}
    reviews = [node for node in expanded if SCHEMA + "ClaimReview" in node["@type"]]
    if len(reviews) < 80:
        yield f"{len(reviews)} reviews, expected 80 or more"
    for review in reviews:
        name = review["@id"]
        for term in ("claimReviewed", "itemReviewed", "reviewRating", "reviewBody"):
            if len(review.get(SCHEMA + term, [])) != 1:
                yield f"{name}: no {term}"
        claim, rating = review[SCHEMA + "itemReviewed"][0], review[SCHEMA + "reviewRating"][0]
        if SCHEMA + "Claim" not in claim["@type"]:
            yield f"{name}: reviews no claim"
        values = [value["@value"] for value in rating.get(SCHEMA + "ratingValue", [])]
        if values and (values[0] not in (1, 3, 5) or not review.get(PROV + "wasDerivedFrom")):
            yield f"{name}: a verdict without what it rests on"
        places = claim[SCHEMA + "appearance"] + review.get(PROV + "wasDerivedFrom", [])
        for place in places:
            if place["@type"] != [OA + "SpecificResource"]:
                yield f"{name}: {place['@type']} is no place"
            source = place[OA + "hasSource"][0]["@id"]
            if source not in ids:
                yield f"{name}: {source} is not told"
            for selector in place.get(OA + "hasSelector", []):
                if OA + "FragmentSelector" not in selector["@type"] or not selector[RDF + "value"]:
                    yield f"{name}: a selector without a value"
        used = review[PROV + "wasGeneratedBy"][0][PROV + "used"]
        if not any(entity["@id"] in ids for entity in used):
            yield f"{name}: does not say of which dataset"
    # A term of no vocabulary is dropped when it is expanded: so each must come back when it is compacted.
    again = jsonld.compact(expanded, document["@context"], {"documentLoader": refuse})
    before, after = (sum(map(leaves, of["@graph"])) for of in (document, again))
    if before != after:
        yield f"{before} values before, {after} after: a term is of no vocabulary"
    if not list(jsonld.to_rdf(document, {"documentLoader": refuse}).get("@default", [])):
        yield "it makes no triples"


def leaves(value):
    if isinstance(value, dict):
        return sum(map(leaves, value.values()))
    if isinstance(value, list):
        return sum(map(leaves, value))
    return 1


def main():
    document = json.loads(pathlib.Path(".cache/jsonld/claims.jsonld").read_text("utf-8"))
    found = list(faults(document))
    print(*found, sep="\n")
    return bool(found)


sys.exit(main())
