"""The two threads of the window: one renders, one looks at files. The only Qt of the engine."""
