"""The answer in words: from the decision down to each input and each value of the pack."""
