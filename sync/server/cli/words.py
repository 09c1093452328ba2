"""One sentence for every refusal that the command line can meet."""

from __future__ import annotations

from collections.abc import Mapping

_SENTENCES: Mapping[str, str] = {
    "account_exists": "There is an account with this login already.",
    "account_unknown": "There is no account with this login.",
    "agent_exists": "There is an agent with this number already.",
    "agent_unknown": "There is no agent with this number.",
    "already_there": "There is one with this name or number already.",
    "branch_unknown": "There is no branch, or more than one, with this name or code.",
    "database_newer": "The database was made by a newer version of perisai-server; nothing was changed.",
    "key_file_damaged": "A key file in the state folder is damaged; nothing was changed.",
    "key_file_open_to_others": "A key file in the state folder can be read by others: make it the owner's alone.",
    "office_unknown": "There is no office, or more than one, with this name.",
    "password_too_short": "The password is too short.",
    "reference_digest_differs": "A file of the reference data is not the one its manifest names.",
    "reference_file_missing": "A file of the reference data is missing.",
    "reference_malformed": "A file of the reference data is malformed.",
    "relief_not_whole_rupiah": "A relief would leave a part of a rupiah.",
    "role_unsuited": "This role needs a branch.",
}


def refusal_words(code: str) -> str:
    """The sentence for a code; a code without one is named as it is."""
    return _SENTENCES.get(code, f"Refused: {code}.")
