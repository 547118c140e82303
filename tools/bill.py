"""Writes the program as a wheel, and beside it what it is made of and what it needs: a CycloneDX bill of materials.

Both are the same to the byte wherever and whenever they are made, so that anyone can compare them with what was handed
on: `make wheel`. A new dossier has the same wheel in `vendor/`.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from generator.publishing.wheel import wheel
from tools.shipped import IN_A_SITE, IN_THE_PROGRAM, Package, Part, packages

FOLDER = Path("build/wheel")
LICENCES = LicenseFactory()


def bill(name: str, data: bytes) -> str:
    """The bill of a wheel: what lies in it, what a site gets besides, and the packages of the lock."""
    version = name.split("-")[1]
    program = Component(
        name="briefbook",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="briefbook",
        purl=PackageURL("pypi", None, "briefbook", version),
        hashes=[_hash(hashlib.sha256(data).hexdigest())],
        licenses=[LICENCES.make_from_string("MIT")],
    )
    bom = Bom()
    bom.metadata.component = program
    bom.metadata.timestamp = bom.serial_number = None  # type: ignore[assignment]  # neither clock nor chance
    parts = [*map(_of_part, (*IN_THE_PROGRAM, *IN_A_SITE)), *map(_of_package, packages())]
    bom.components.update(parts)
    bom.register_dependency(program, parts)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _of_part(part: Part) -> Component:
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=f"part:{part.name}",
        description=part.files,
        licenses=[LICENCES.make_from_string(part.licence)],
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.origin))],
    )


def _of_package(package: Package) -> Component:
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(f"https://pypi.org/project/{package.name}/{package.version}/#files"),
        hashes=map(_hash, package.hashes),
    )
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"pypi:{package.name}",
        purl=PackageURL("pypi", None, package.name, package.version),
        licenses=[LICENCES.make_from_string(package.licence)],
        external_references=[files],
    )


def _hash(digest: str) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=digest)


def main() -> None:
    name, data = wheel()
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_bytes(data)
    (FOLDER / f"{name.removesuffix('.whl')}.cdx.json").write_text(bill(name, data), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{FOLDER / name}: sha256:{hashlib.sha256(data).hexdigest()}\n")


if __name__ == "__main__":
    main()
