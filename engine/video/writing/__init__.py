"""From finished pictures to a file: encoders, containers, sound, everything beside pictures."""
