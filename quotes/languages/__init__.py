"""What each language has to say for itself: word lists and the weights fitted on its news."""
