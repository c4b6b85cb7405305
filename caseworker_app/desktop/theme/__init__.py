"""How the screens look: figures and colours, fonts, icons, the one style sheet."""
