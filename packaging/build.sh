#!/usr/bin/env bash
# Packs build/dist/guichet and lets the packed program check itself.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v objdump >/dev/null || { echo "Packing needs objdump (Debian: binutils)." >&2; exit 1; }
.venv/bin/pyinstaller --noconfirm --clean --log-level ERROR \
    --distpath build/dist --workpath build/work packaging/guichet.spec
echo "Packed: build/dist/guichet, $(du -sh build/dist/guichet | cut -f1)."
if build/dist/guichet/guichet --help | grep -q self-check; then
    echo "The packed program checks itself."
    QT_QPA_PLATFORM=offscreen build/dist/guichet/guichet self-check
else
    build/dist/guichet/guichet --help >/dev/null
    echo "The packed program starts; this version has no self-check."
fi
