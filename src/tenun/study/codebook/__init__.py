"""The codebook at work: codes added, reworded, moved, split, folded into one, taken away."""
