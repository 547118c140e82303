"""What changed: snapshots of what is said at one time, their difference, and the record of editions."""
