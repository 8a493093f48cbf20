"""English words that turn a sentence round."""

from __future__ import annotations

WORDS = """
    not no never none nothing nobody nowhere neither nor cannot without hardly barely scarcely unless
    isnt arent wasnt werent hasnt havent hadnt dont doesnt didnt wont wouldnt shouldnt couldnt cant mustnt
    mightnt neednt shant aint
""".split()
