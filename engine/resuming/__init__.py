"""Working folders of renders: what is finished, and how an interrupted render goes on."""
