"""Peserta yang sudah dilayani: a list of participants whom the agent serves already, without money."""
