"""Official documents as GB/T 9704-2012 sets them, in Word: written, and read back before they get their name."""
