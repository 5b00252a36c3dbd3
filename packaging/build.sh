#!/usr/bin/env bash
# Packs build/dist/guichet and tries it: both databases, both kinds of station, a whole visit with its papers.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v objdump >/dev/null || { echo "Packing needs objdump (Debian: binutils)." >&2; exit 1; }
# Modules that need no unpacking open a twentieth sooner, for 24 MB on the disk.
PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0 .venv/bin/pyinstaller --noconfirm --clean --log-level ERROR \
    --distpath build/dist --workpath build/work packaging/guichet.spec
echo "Packed: build/dist/guichet, $(du -sh build/dist/guichet | cut -f1). Trying it takes two minutes."
GUICHET_PACKED="$PWD/build/dist/guichet/guichet" QT_QPA_PLATFORM=offscreen \
    .venv/bin/python -m pytest --quiet -p no:randomly -m soak tests/journeys/test_packed.py
