"""Files that ship with the program: model catalogue, weights, icons, style sheets."""
