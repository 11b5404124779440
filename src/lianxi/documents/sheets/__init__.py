"""Excel workbooks: what stands in one is described by frozen values, and written by one writer."""
