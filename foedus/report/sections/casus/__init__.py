"""If it came to it: the what-ifs of the reports, put to the treaty that the library holds.

deeds -> whatifs -> putting (the engine) -> outcomes, placing -> rows and items.
"""
