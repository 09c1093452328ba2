"""The public keys that receipts are checked with: this device's own, and those of the signed directory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """`device` is this laptop's code and `public` its 32-byte key."""

    device: str
    public: bytes

    def of(self, device: str) -> bytes | None:
        """The key of a device code, None where this laptop does not know the device."""
        return self.public if device == self.device else None
