"""The nightly import of the ERP's export; `folder.import_folder` is the way in."""
