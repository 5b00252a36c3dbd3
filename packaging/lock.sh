#!/usr/bin/env bash
# Writes packaging/requirements.txt anew from pyproject.toml: exact versions with hashes, no index address.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe --all-extras --all-build-deps --strip-extras \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --no-annotate \
    --output-file packaging/requirements.txt "$@" pyproject.toml
if grep -nE '://|^-' packaging/requirements.txt; then
    echo "The lock names an address (above); it must not." >&2
    exit 1
fi
