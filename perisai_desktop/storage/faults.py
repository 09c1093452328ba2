"""Turns what the database engine reports into the failures a person can act on."""

from perisai_desktop.domain.failure import Failure, FailureCode

_CODES = {
    "SQLITE_NOTADB": FailureCode.STORE_DAMAGED,
    "SQLITE_CORRUPT": FailureCode.STORE_DAMAGED,
    "SQLITE_FULL": FailureCode.DISK_FULL,
    "SQLITE_READONLY": FailureCode.STORE_READ_ONLY,
    "SQLITE_CANTOPEN": FailureCode.STORE_READ_ONLY,
    "SQLITE_IOERR": FailureCode.STORE_UNREADABLE,
    "SQLITE_BUSY": FailureCode.STORE_BUSY,
    "SQLITE_LOCKED": FailureCode.STORE_BUSY,
}


def failure_of(error: BaseException | None) -> Failure | None:
    """The failure that an error of the engine stands for; None where it is a bug and must propagate.

    Extended result codes (https://sqlite.org/rescode.html) begin with the name of their primary code.
    """
    name = getattr(error, "sqlite_errorname", None)
    if not isinstance(name, str):
        return None
    primary = "_".join(name.split("_")[:2])
    code = _CODES.get(primary)
    return None if code is None else Failure(code)
