"""今天: what is due, in the order one walks, and what asks for attention."""
