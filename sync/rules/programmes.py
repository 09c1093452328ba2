"""The programmes of informal workers (BPU), the two offers, who may pay, and sex as the KTP writes it."""

from enum import StrEnum


class Programme(StrEnum):
    """JKK work accident, JKM death (PP 44/2015), JHT old-age savings (PP 46/2015); JP and JKP do not exist for BPU."""

    JKK = "JKK"
    JKM = "JKM"
    JHT = "JHT"


class Offer(StrEnum):
    """What a worker can choose: JKK and JKM are mandatory together, JHT is optional."""

    JKK_JKM = "JKK+JKM"
    JKK_JKM_JHT = "JKK+JKM+JHT"

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """The programmes of the offer."""
        return tuple(Programme(name) for name in self.value.split("+"))


class PayerKind(StrEnum):
    """Who pays a contribution; stored on every line because reliefs depend on it (PP 50/2025)."""

    SELF = "self"
    ENTERPRISE = "enterprise"
    COMPANY = "company"
    CENTRAL_BUDGET = "central_budget"
    REGIONAL_BUDGET = "regional_budget"
    VILLAGE_BUDGET = "village_budget"


class Sex(StrEnum):
    """Laki-laki or perempuan, with the letters of the KTP."""

    L = "L"
    P = "P"
