"""What both ends must agree on: NIK, tariff, months, eligibility, money, receipt numbers, regions; pure and standard library only."""
