"""Laporan: what was enrolled and collected in a span of days, with its sums, its chart, and the cash."""
