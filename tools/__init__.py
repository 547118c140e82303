"""What developers run by hand: measurements, and what is drawn or cut anew from elsewhere."""
