"""What tapes, discs, films and cheap cameras do to a picture, one small function for each effect.

Frames are ``(t, 3, h, w)`` float RGB in about [0, 1]; no function changes what it is given.
Parameters that differ by frame are ``(t,)``. Each works for any number of frames.
"""
