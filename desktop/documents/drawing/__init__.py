"""How a paper is drawn, whatever it says: fonts, lines, tables, codes, the A4 letter, the 80 mm roll."""
