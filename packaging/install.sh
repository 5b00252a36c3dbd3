#!/usr/bin/env bash
# Makes .venv from the locked requirements, after adding the system libraries that are missing. Safe to repeat.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT

say() { printf '%s\n' "$*"; }

quietly() { "$@" >"$log" 2>&1 || { tail -n 20 "$log" >&2; return 1; }; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"
    else return 1; fi
}

fetched=no
add_system_packages() {
    command -v apt-get >/dev/null || { say "This is not Debian: please install the counterparts of: $*"; return 1; }
    if [ "$fetched" = no ]; then
        quietly as_root apt-get update -qq || { say "apt cannot be used here (no root, or no network). Missing: $*"; return 1; }
        fetched=yes
    fi
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        || { say "apt could not install: $*"; return 1; }
}

# Debian would make and start a database server; the tests start their own and only need the programs.
keep_postgresql_quiet() {
    local conf=/etc/postgresql-common/createcluster.conf
    [ ! -e "$conf" ] || return 0
    add_system_packages postgresql-common || return 0
    as_root sed -i -E 's/^#?create_main_cluster.*/create_main_cluster = false/' "$conf"
}

missing_libraries() {
    command -v dpkg-query >/dev/null || return 0
    local name
    while read -r name; do
        dpkg-query -W -f='${Status}\n' "$name" 2>/dev/null | grep -q '^install ok installed' || printf '%s ' "$name"
    done < <(grep -v '^#' packaging/debian-packages.txt)
}

# Debian's own comes first: it is what stations run, and is built to be a quarter faster than most others.
find_python() {
    local name modules
    for modules in "sys, ensurepip, venv" sys; do
        for name in ${PYTHON:-} /usr/bin/python3.1{1,2,3} python3.11 python3.12 python3.13 python3; do
            if "$name" -c "import $modules; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))" 2>/dev/null; then
                printf '%s' "$name"
                return
            fi
        done
    done
    return 1
}

read -ra libraries <<<"$(missing_libraries)"
if [ "${#libraries[@]}" -gt 0 ]; then
    say "Adding ${#libraries[@]} system libraries: ${libraries[*]}"
    case " ${libraries[*]} " in *" postgresql "*) keep_postgresql_quiet ;; esac
    add_system_packages "${libraries[@]}" || say "Going on without them; windows may not open."
fi

if ! python=$(find_python); then
    say "No Python 3.11, 3.12 or 3.13 found: adding Debian's."
    add_system_packages python3 python3-venv
    python=$(find_python) || { say "Guichet needs Python 3.11 to 3.13, and this machine offers none."; exit 1; }
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    say "Adding Python's venv module."
    add_system_packages "python$version-venv" || add_system_packages python3-venv
fi

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    say "Making the virtual environment .venv with $("$python" --version)."
    "$python" -m venv --clear .venv
fi
say "Installing the locked requirements into .venv (a minute or two the first time)."
quietly .venv/bin/python -m pip install --disable-pip-version-check --require-hashes -r packaging/requirements.txt
quietly .venv/bin/python -m pip install --disable-pip-version-check --no-deps --no-index --no-build-isolation --editable .
