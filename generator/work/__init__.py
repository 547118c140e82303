"""What was worked out before is kept, and found again by the digest of what it was made from."""
