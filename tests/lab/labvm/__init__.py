"""Rayhelm's practice VM: the real stack on one machine, started and stopped by scripts."""
