"""Who carries out a job or looks at a file: this process, or another one of this program."""
