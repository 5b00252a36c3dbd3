"""What a station says at the command line when something is refused: what happened, and what to do."""

SENTENCES = {
    "not_enrolled": "Nothing is set up in {folder}.",
    "central_exists": "{folder} already holds a central; nothing was changed.",
    "already_enrolled": "{folder} already is a station; nothing was changed.",
    "address_not_protected": "{address} is not protected by TLS: use https://, or a central on this machine.",
    "enrolment_refused": "This one-time code is wrong, too old or already used. Ask for a new one.",
    "central_unreachable": "Central cannot be reached. Nothing was changed; try again later.",
    "central_sends_elsewhere": "What answers there sends elsewhere, and a station follows nobody: is the "
    "network's sign-in page open, or is central at another address? Nothing was changed.",
    "central_not_trusted": "Central's certificate was signed by an authority that this computer does not "
    "know ({issuer}). Give that authority's certificate with --ca-file; one that was given is another's. "
    "Nothing was changed.",
    "certificate_not_yet_valid": "Central's certificate is valid from {valid_from} only; this computer's "
    "clock says {now}. If the clock is right, central's administrator must take the certificate that is "
    "valid now. Nothing was changed.",
    "certificate_expired": "Central's certificate was valid until {valid_until}; this computer's clock says "
    "{now}. If the clock is right, central's administrator must renew the certificate. Nothing was changed.",
    "certificate_of_another": "What answers at {host} shows the certificate of {names}: write central's "
    "address with a name that stands there, or have central's administrator add this one. Nothing was "
    "changed.",
    "certificate_refused": "Central's certificate cannot be used ({reason}): central's administrator must "
    "replace it. Nothing was changed.",
    "clock_wrong": "This computer's clock says {now}, central's says {theirs}: with a wrong clock no "
    "certificate is valid. Set the clock (on Debian: timedatectl set-ntp true), then type this again. "
    "Nothing was changed.",
    "clock_before_build": "This computer's clock says {now}, when this program was not made yet: with a "
    "wrong clock no certificate is valid. Set the clock (on Debian: timedatectl set-ntp true), then type "
    "this again. Nothing was changed.",
    "central_speaks_no_tls": "What answers there does not speak TLS: is the port right, and was central "
    "started with its certificate? Nothing was changed.",
    "authority_missing": "The certificate of the landlord's authority is gone or damaged in this folder: put "
    "authority.pem back.",
    "authority_unreadable": "{file} is no certificate of an authority: {reason}. Ask the landlord's "
    "administrators for it (.pem, .crt, .cer). Nothing was changed.",
    "kind_unknown": "The settings name a device of a kind that this Guichet does not know: {kind}.",
    "address_not_allowed": "{host} is outside the agency's own network: no terminal is spoken to there.",
    "terminal_unknown": "{said} is no terminal: write none, caisse_ap:192.168.1.50 (with :PORT if need be, "
    "IPv6 in brackets), or simulator for a demonstration. Nothing was changed.",
    "printer_unknown": "{said} is no printer: write none, cups:QUEUE, or folder for a demonstration. Nothing "
    "was changed.",
    "queue_unknown": "The print server knows no queue {queue}; it has: {queues}. Nothing was changed.",
    "folder_missing": "{folder} is no folder that can be read. Nothing was changed.",
    "address_not_numeric": "{host} is not an address in figures: a terminal is named by its address, such as "
    "192.168.1.50. Nothing was changed.",
    "port_out_of_range": "A port lies between 1 and 65535, not {port}. Nothing was changed.",
    "no_device_named": "Name what to change: --terminal, --printer or --photos. Nothing was changed.",
    "not_configured": "The settings say {kind} and not which one: its queue or folder is missing.",
    "agency_unknown": "There is no agency {agency}. Import the ERP export first.",
    "device_kind_unknown": "A station is a kiosk or a counter, not {kind}.",
    "import_running": "Another import is running; wait until it has ended.",
    "nothing_to_import": "{folder} holds none of the files of an ERP export.",
    "settings_unreadable": "{path} cannot be read: {reason}.",
    "store_full": "The disk is full. Nothing was changed.",
    "journal_newer": "{folder} belongs to a newer Guichet: install that one again. Nothing was changed.",
    "store_unreadable": "{store} of this station is damaged and could not be read. Call the support.",
    "store_cannot_open": "{store} of this station cannot be opened. Call the support.",
    "journal_chain_broken": "The journal of this station was altered at command {seq}. Call the support.",
    "journal_gone": "{store} of this station is gone or empty. Delete nothing, and call the support.",
    "cache_ahead_of_journal": "The journal of this station is older than its other files. Call the support.",
    "vault_missing": "{folder} has lost its vault: its files cannot be read. Call the support.",
    "vault_damaged": "The vault of this folder, vault.bin, is damaged: its files cannot be read. Put it back "
    "from a copy, or call the support.",
    "vault_secret_missing": "The vault of this folder lacks {name}. Call the support.",
    "vault_key_lost": "The key of the vault is in none of its places: the service's credential, the keyring, "
    "vault.key. Put it back, or call the support.",
    "vault_key_of_another": "The key that is here opens another vault, not this one. Put the right one back.",
    "key_file_damaged": "vault.key holds no key. Put it back from a copy, or call the support.",
    "credential_damaged": "The credential guichet.key of this service holds no key.",
    "keyring_entry_damaged": "What the keyring holds for this folder is no key.",
    "file_not_readable": "{file} cannot be read by this user, or is no plain file.",
    "file_of_someone_else": "{file} belongs to another user: start Guichet as its owner.",
    "file_open_to_others": "Others on this machine may have read {file} (its mode is {mode}). Call the "
    "support: where nobody has, chmod 600 opens it again.",
    "file_not_written": "{file} could not be written.",
    "library_missing": "The library {library} is not installed here: on Debian, apt install what "
    "packaging/debian-packages.txt names, libgl1 for libGL.so.1.",
    "no_window": "No window can be opened here: is this a session with a screen (DISPLAY, WAYLAND_DISPLAY), "
    "and are Qt's libraries installed, such as libxcb-cursor0? Qt says: {reason}",
    "time_zones_missing": "This machine does not know the hours of Paris: install tzdata (on Debian: apt "
    "install tzdata).",
    "cannot_open": "This station cannot be opened ({what}). Delete nothing, and call the support.",
    "station_of_other_kind": "{folder} is a {kind}: open it with guichet {kind} --data {folder}",
    "folder_not_ours": "{folder} cannot be written in: {reason}.",
    "already_running": "{folder} is already open in another program.",
    "port_taken": "Port {port} of {host} cannot be listened on; is another central running?",
    "host_unknown": "{host} is no address of this machine that can be listened on.",
    "central_not_started": "Central did not start within ten seconds.",
    "certificate_unreadable": "The certificate {path} and its key cannot be used: {reason}",
    "address_unreadable": "{address} is no address: write https://central.example.org, with a port if it has "
    "one, and the numbers of IPv6 in brackets, https://[2001:db8::1]:8620.",
}
