"""From a Doc to records. Each extractor is a pure function of the Doc and the layers before it."""
