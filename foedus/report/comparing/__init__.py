"""Reports side by side, thing by thing: what they tell alike, and in what they differ.

Each finding is an `Item` whose `sides` lead to the words of each report. Nothing is called true.
"""
