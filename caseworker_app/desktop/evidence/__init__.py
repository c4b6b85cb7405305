"""佐证: the contact sheet of a visit, and the ways by which evidence comes in."""
