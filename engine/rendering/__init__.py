"""A whole job, from the source to the finished file; previews of it."""
