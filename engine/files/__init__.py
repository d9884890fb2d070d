"""Files and folders: safe writing, locks, which videos a folder holds, films on discs."""
