"""Who reads which word of a treaty how, in reports and on record, side by side."""
