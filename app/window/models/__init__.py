"""The page of models: what each is for and costs, fetching, adding and removing."""
