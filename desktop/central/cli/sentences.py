"""What `guichet central` says when something is refused: what happened, and what to do."""

SENTENCES = {
    "init_unfinished": "Central is not made yet in {folder}: {reason}. Put that right and type the same "
    "command again: what is there already will be used.",
    "landlord_wanted": "Say whose central this is: --landlord FILE (`guichet central landlord example FILE` "
    "writes one to fill in), or --demonstration to try it: its papers then say that they are worth nothing. "
    "Nothing was changed.",
    "landlord_or_demonstration": "Give --landlord FILE or --demonstration, not both. Nothing was changed.",
    "landlord_unreadable": "{path} does not describe a landlord: {reason}. `guichet central landlord example "
    "FILE` writes one to fill in. Nothing was changed.",
    "landlord_incomplete": "{path} does not say the landlord's {what}: fill it in. Nothing was changed.",
    "siren_wrong": "{siren} is not a SIREN: nine digits, of which the last proves the others. Look at the "
    "landlord's extract from the register. Nothing was changed.",
    "landlord_of_demonstration": "{path} bears the SIREN of the demonstration: for a landlord of your own, "
    "fill in its own; to try Guichet, give --demonstration instead. Nothing was changed.",
    "parameter_unknown": "There is no parameter {key}. There are: {known}. Nothing was changed.",
    "parameter_beyond": "{key} lies between {least} and {most}. Nothing was changed.",
    "parameter_past": "{key} cannot change before today ({today}): what was done then was judged by what "
    "held then. Nothing was changed.",
    "parameter_without_source": "Say with --source which law, or whose decision, {key} comes from. Nothing "
    "was changed.",
    "password_weak": "This password is too weak: {lacks}. Good ones have 12 signs of 4 kinds, 14 of 3, or 7 "
    "words. Nothing was changed.",
    "password_file_unreadable": "The password cannot be read from {file}: {reason}. Nothing was changed.",
    "role_unknown": "There is no role {role}. There are: front_desk_agent, tenancy_officer, agency_manager, "
    "data_protection, administrator. Nothing was changed.",
    "login_wrong": "{login} is no login: letters without accents, figures, dots and hyphens, {most} at most. "
    "Nothing was changed.",
    "staff_exists": "{login} works here already, or did: capitals and accents make no other login. Change "
    "them with `guichet central staff change`, or renew their second factor with `guichet central staff "
    "factor`. Nothing was changed.",
    "staff_unknown": "Nobody signs in as {login}: guichet central staff list. Nothing was changed.",
    "staff_alike": "{login} may be any of {logins}: type it exactly as it stands there. Nothing was changed.",
    "staff_last_manager": "{login} is the last in {agency} who can let somebody in again that locked "
    "themselves out. Give another the role agency_manager first. Nothing was changed.",
    "factor_of_whom": "Say whose: --login LOGIN; or --all with --to FILE, from which they are handed out. "
    "Nothing was changed.",
    "factor_not_proven": "That is no code of the new second factor: the old one still holds. Look at the "
    "telephone's clock, and try again.",
    "file_not_written": "{file} cannot be written: {reason}. Nothing was changed.",
    "file_there": "{file} is there already: nothing was written over it.",
    "export_running": "Another export is running; wait until it has ended. Nothing was written.",
    "export_folder_missing": "{folder} is no folder. Nothing was written.",
    "export_not_written": "The export cannot be written to {folder}: {reason}. No payment is lost: type the "
    "same command again, and it goes on where it stood.",
    "export_file_there": "{file} is there already and says something else: it is another central's, or of "
    "before this one was restored. Look what the accountant has of it, then choose an empty folder.",
    "export_unknown": "There was no export {number}. Nothing was written.",
    "backup_inside_central": "{folder} is inside central's own folder: a lost disk would take both. "
    "Choose another place.",
    "backup_exists": "{folder} already holds a backup. Nothing was changed; try again in a second.",
    "backup_not_written": "The backup could not be written to {folder}: {reason}. Central is as before.",
    "backup_missing": "There is no finished backup in {folder}.",
    "backup_unreadable": "The backup in {folder} has no readable manifest: {reason}. Take an older one.",
    "backup_too_new": "The backup in {folder} was made by a newer version. Install that version first.",
    "backup_altered": "The backup in {folder} is not whole any more: {file} is missing or was "
    "altered. Make a new backup now.",
    "backup_damaged": "The database in this backup is damaged: {reason}. Make a new backup now; if "
    "that one is damaged too, central's disk is failing.",
    "backup_older": "The backup in {folder} is of {made_at}. The newest proven one known is of {newest_at}, "
    "in {newest}: what stations let go of because it was safe there would be lost. Restore that one; or, if "
    "it is lost, add --older. Nothing was changed.",
    "backup_incomplete": "Put back, the backup in {folder} does not hold what central held: "
    "{tables}. Do not rely on it; make a new one now.",
    "backup_chain_broken": "The commands of device {device} do not follow from one another at number "
    "{seq}: somebody altered central's records, or the disk did. Keep this backup and call for help.",
    "backup_of_other_database": "The backup in {folder} is of a {database} database, this central is "
    "not: it can only be proven beside the central it was made from.",
    "central_there": "{folder} already holds a central or other files: nothing was changed. To put "
    "the backup in its place, stop `guichet central serve` and add --replace: what is there will be kept "
    "aside.",
    "database_there": "The PostgreSQL database {database} already holds tables: nothing was changed. "
    "Add --replace to keep them aside in a schema of their own and put the backup in their place.",
    "central_running": "A central serves from {folder}. Stop it first; nothing was changed.",
    "restore_not_written": "The backup could not be put back beside {folder}: {reason}. Nothing was changed.",
    "restore_without_key": "The backup's vault cannot be opened ({reason}): its master key is kept "
    "apart from backups. Name its file with --key, or give this account the credential or keyring. "
    "Nothing was changed.",
    "key_file_missing": "There is no file {file}. Nothing was changed.",
    "database_behind": "Central does not start: it has served {scope} up to version {served}, its "
    "database only knows version {has}. If a backup was restored, run `guichet central restored --data "
    "{folder}`: stations will send again what is lacking. Otherwise find the right database.",
    "database_of_other_epoch": "Central does not start: its database is not the one it served "
    "before. If a backup was restored, run `guichet central restored --data {folder}`; if it only moved "
    "to another server without losing anything, run `guichet central same-history --data {folder}`.",
    "restore_unfinished": "A restore into {folder} was broken off before its end. Put the backup back "
    "again: guichet central restore --data {folder} --from … --replace",
    "rows_astray": "Some rows ({tables}) are newer than their agency's version: somebody wrote past "
    "Guichet, and no station would receive them. If a backup was restored by other means, or to mend it, run "
    "`guichet central restored --data {folder}`: every station then fetches its agency anew.",
    "served_unreadable": "{file} cannot be understood. If central's database was not restored, "
    "remove the file and start again; if it was, run `guichet central restored` after removing it.",
    "pg_tool_missing": "{tool} is not installed: on Debian, apt install postgresql-client.",
    "pg_tool_failed": "{tool} did not work: {reason}",
    "scratch_not_allowed": "To prove the backup it is put back into a scratch database, which the "
    "role {user} may not make: {reason}. As a PostgreSQL administrator, run: ALTER ROLE {user} CREATEDB",
    "scratch_not_dropped": "The scratch database {database} could not be removed: {reason}. Drop it by hand.",
    "database_not_set_aside": "The tables in database {database} could not be kept aside: {reason}. "
    "The role must own the database.",
    "database_unreachable": "The database {database} cannot be reached: {reason}",
    "command_unknown": "No such command is known here: {key}.",
    "command_ambiguous": "Several commands begin with {key}: type more of it.",
    "command_still_broken": "The command {key} breaks its service as before: nothing was changed. "
    "The reason is in the server's log; install the correction first.",
    "command_still_unknown": "The command {key} ({kind}) is of a newer kind than this central knows: it "
    "waits. Install the newer version of central; then it is done by itself.",
    "command_not_parked": "The command {key} is not parked any more: somebody else decided.",
    "warning_unknown": "No warning that waits has a key that begins with {key}.",
    "warning_ambiguous": "Several warnings begin with {key}: type more of it.",
    "warning_settled": "The warning {key} is settled already: somebody else was first.",
    "word_missing": "Say with --word what you found and did: who reads the books later will want to know.",
    "quarantine_decided": "The command {key} is {state} already: {by} decided it meanwhile. What follows it "
    "in the list was left as it is; look again: guichet central quarantine list --all",
    "quarantine_unknown": "No such command waits in quarantine: {key}.",
    "device_code_unknown": "There is no station {station}.",
    "device_code_taken": "A station enrolled since the restore bears the same code {station}: both would "
    "number receipts alike. Nothing was changed, and the asking station keeps its commands. Call for help.",
    "readmission_unknown": "No station {station} asks to be let in again.",
    "database_address_wrong": "This is no address of a PostgreSQL database; write {wanted}",
    "database_server_too_old": "The PostgreSQL server is version {found}; central needs {needed} or later.",
    "database_not_unicode": "This database keeps text as {encoding}; make one with ENCODING 'UTF8'.",
    "database_in_use": "The database {database} already holds a central; nothing was changed.",
    "workers_need_postgres": "Central keeps its rows in a file, which one process serves. For "
    "{workers} processes, make it with --database postgresql+psycopg://…",
    "central_newer": "This central was last used by a newer version of Guichet ({found}). Install "
    "that version; nothing was changed.",
}
