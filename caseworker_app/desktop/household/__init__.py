"""Step 1, 家庭: who lives here, who counts and why, who was met, who came."""
