"""One sentence for every refusal that the command line can meet."""

from __future__ import annotations

from collections.abc import Mapping

_SENTENCES: Mapping[str, str] = {
    "account_exists": "There is an account with this login already.",
    "account_unknown": "There is no account with this login.",
    "agent_exists": "There is an agent with this number already.",
    "agent_unknown": "There is no agent with this number.",
    "worker_unknown": "The giving agent serves nobody, or not this worker.",
    "already_there": "There is one with this name or number already.",
    "answers_folder_unfit": "The folder for the answers cannot be made; nothing was taken in.",
    "branch_unknown": "There is no branch, or more than one, with this name or code.",
    "answer_not_written": "The answer could not be written; what was in the file is stored.",
    "database_newer": "The database was made by a newer version of perisai-server; nothing was changed.",
    "device_unknown": "The file is of a laptop that this server does not know.",
    "device_wiped": "The file is of a laptop that was wiped.",
    "file_damaged": "The file is damaged or was not copied whole; nothing of it was taken in.",
    "file_for_other_key": "The file was made for another server.",
    "file_newer": "The file was made by a newer version of Perisai.",
    "file_of_other_kind": "The file is an answer, not what a laptop saved.",
    "file_foreign": "This is not a file of Perisai.",
    "file_unreadable": "The file cannot be read.",
    "challenge_malformed": "The challenge is six characters, as the laptop shows them.",
    "laptop_revoked": "This device is revoked: it gets no new numbers, and its store is not opened.",
    "maker_is_checker": "Nobody decides over the laptop that is one's own.",
    "move_refused": "This laptop was wiped; enrol it anew with a code.",
    "role_not_allowed": "Only an administrator of the branch or an operator approves a wipe.",
    "laptop_ahead": "The laptop cannot be in an epoch that nobody gave it: let the agent read its code once more;"
    " with --set-back where the server was restored from an older backup.",
    "laptop_unknown": "There is no device with this code: five characters, with the laptop's epoch behind them.",
    "epochs_used_up": "This device has used all 99 epochs; enrol the laptop anew.",
    "key_file_damaged": "A key file in the state folder is damaged; nothing was changed.",
    "key_file_open_to_others": "A key file in the state folder can be read by others: make it the owner's alone.",
    "office_unknown": "There is no office, or more than one, with this name.",
    "password_too_short": "The password is too short.",
    "practice_differs": "Practice and real work do not mix: the file is of the other kind.",
    "draft_changed": "Somebody works on a draft of this branch: publish it or throw it away in the program first.",
    "nothing_changed": "The file says what the newest version says: there is nothing to publish.",
    "request_invalid": "The file holds what no settings can hold.",
    "answer_not_sealed": "The answer could not be written.",
    "recovery_key_lost": "The recovery.key in the state folder does not open what this laptop gave the branch: put back"
    " the one that was here when it was enrolled.",
    "reopen_code_differs": "This is not the code of the file: hear it once more, and answer nobody whose code differs.",
    "reopen_too_old": "The request is older than 14 days, or the laptop's date is wrong: let the agent make a new one.",
    "reopen_file_damaged": "The file is damaged or was not copied whole; let the agent send it once more.",
    "reopen_file_foreign": "This is not a request of a laptop whose password was forgotten.",
    "reopen_file_newer": "The file was made by a newer version of Perisai.",
    "reopen_file_of_other_kind": "The file is an answer, not what the laptop saved.",
    "reference_digest_differs": "A file of the reference data is not the one its manifest names.",
    "reference_file_missing": "A file of the reference data is missing.",
    "reference_malformed": "A file of the reference data is malformed.",
    "relief_not_whole_rupiah": "A relief would leave a part of a rupiah.",
    "signature_invalid": "The file was not signed by the laptop that it names.",
    "role_unsuited": "This role needs a branch.",
}


def refusal_words(code: str) -> str:
    """The sentence for a code; a code without one is named as it is."""
    return _SENTENCES.get(code, f"Refused: {code}.")
