"""Expected failures: a code and data that a screen can put into words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias


class FailureCode(StrEnum):
    """Every refusal a service may answer with; the data each one carries stands beside it."""

    # Signing in and the store
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - attempts_left
    LOCKED_OUT = "locked_out"  # minutes
    NOT_ENROLLED = "not_enrolled"
    ALREADY_RUNNING = "already_running"
    STORE_DAMAGED = "store_damaged"
    STORE_NEWER = "store_newer"  # found, known
    STORE_ROLLED_BACK = "store_rolled_back"
    STORE_READ_ONLY = "store_read_only"
    STORE_UNREADABLE = "store_unreadable"
    STORE_BUSY = "store_busy"
    STORE_BACKUP_FAILED = "store_backup_failed"
    KEY_FILE_DAMAGED = "key_file_damaged"
    DISK_FULL = "disk_full"
    REFERENCE_DAMAGED = "reference_damaged"  # file
    # Copies and reports
    BACKUP_FOLDER_MISSING = "backup_folder_missing"
    BACKUP_FOLDER_UNFIT = "backup_folder_unfit"
    BACKUP_NO_ROOM = "backup_no_room"  # needed (MB)
    BACKUP_NOT_WHOLE = "backup_not_whole"
    REPORT_NOT_SAVED = "report_not_saved"
    EXPORT_NO_ROOM = "export_no_room"
    EXPORT_FILE_OPEN = "export_file_open"
    # Enrolling the device
    PASSWORD_TOO_SHORT = "password_too_short"  # noqa: S105 - minimum
    PASSWORD_TOO_COMMON = "password_too_common"  # noqa: S105
    CODE_MALFORMED = "code_malformed"
    CODE_REFUSED = "code_refused"  # reason
    SERVER_NOT_THE_ONE = "server_not_the_one"
    SERVER_FOR_PRACTICE = "server_for_practice"
    SERVER_FOR_WORK = "server_for_work"
    SERVER_INSECURE = "server_insecure"
    ADDRESS_MALFORMED = "address_malformed"
    ALREADY_ENROLLED = "already_enrolled"
    ENROLMENT_CUT_OFF = "enrolment_cut_off"  # detail
    ENROLMENT_WAITS = "enrolment_waits"  # seconds
    # A forgotten password
    REOPEN_IMPOSSIBLE = "reopen_impossible"
    REOPEN_FILE_UNKNOWN = "reopen_file_unknown"
    REOPEN_FILE_OTHER_KIND = "reopen_file_other_kind"
    REOPEN_FILE_NEWER = "reopen_file_newer"
    REOPEN_FILE_DAMAGED = "reopen_file_damaged"
    REOPEN_FOR_ANOTHER = "reopen_for_another"
    REOPEN_ANSWERS_ANOTHER = "reopen_answers_another"
    REOPEN_OPENS_NOTHING = "reopen_opens_nothing"
    REOPEN_CODE_DIFFERS = "reopen_code_differs"
    REOPEN_TOO_OLD = "reopen_too_old"
    REOPEN_KEY_LOST = "reopen_key_lost"
    # Capturing
    FORM_HAS_ERRORS = "form_has_errors"  # codes, fields
    READING_UNCHECKED = "reading_unchecked"
    REASON_MISSING = "reason_missing"  # field, code
    FIELD_UNFIT = "field_unfit"  # field
    PRICE_CHANGED = "price_changed"  # shown, price (rupiah)
    PHOTO_UNFIT = "photo_unfit"  # bytes
    # People enrolled together
    LIST_UNREADABLE = "list_unreadable"
    LIST_LOCKED = "list_locked"
    LIST_EMPTY = "list_empty"
    LIST_TOO_LONG = "list_too_long"  # most
    LIST_TAKEN = "list_taken"  # lines
    LIST_COLUMNS_MISSING = "list_columns_missing"
    LIST_COLUMNS_UNKNOWN = "list_columns_unknown"
    PORTAL_COLUMNS_UNKNOWN = "portal_columns_unknown"
    LINES_NOT_READY = "lines_not_ready"  # count
    PAYER_NAME_MISSING = "payer_name_missing"
    MEMBERS_NOT_PAYABLE = "members_not_payable"  # count
    KELOMPOK_GONE = "kelompok_gone"
    TOO_MANY_PAGES = "too_many_pages"  # most
    PHOTO_TWICE = "photo_twice"
    PHOTO_UNREADABLE = "photo_unreadable"
    CAMERA_MISSING = "camera_missing"
    CAMERA_BUSY = "camera_busy"
    CAMERA_FORBIDDEN = "camera_forbidden"
    CAMERA_GONE = "camera_gone"
    PHOTO_NOT_ARRIVED = "photo_not_arrived"
    PHOTO_DIFFERS = "photo_differs"
    # Receipts
    RECEIPT_UNKNOWN = "receipt_unknown"
    LINK_UNREADABLE = "link_unreadable"
    NUMBER_MISTYPED = "number_mistyped"
    NO_PRINTER = "no_printer"
    PRINTER_UNKNOWN = "printer_unknown"
    PRINTER_OFFLINE = "printer_offline"
    PRINT_REFUSED = "print_refused"
    PRINT_FAILED = "print_failed"
    WORKER_UNKNOWN = "worker_unknown"
    # Money
    REASON_NOT_CHOSEN = "reason_not_chosen"
    NOTHING_TO_VOID = "nothing_to_void"
    VOID_REQUESTED_BEFORE = "void_requested_before"
    VOID_NOT_NEWEST = "void_not_newest"
    RECEIPT_DEPOSITED = "receipt_deposited"
    REFUND_NOT_DECIDED = "refund_not_decided"
    REFUNDED_BEFORE = "refunded_before"
    STORE_CATCHING_UP = "store_catching_up"
    REFUND_UNSIGNED = "refund_unsigned"
    NOTHING_TO_DEPOSIT = "nothing_to_deposit"
    AMOUNT_MISSING = "amount_missing"
    BILLING_CODE_UNFIT = "billing_code_unfit"
    DEPOSIT_NOT_YET = "deposit_not_yet"
    SLIP_UNREADABLE = "slip_unreadable"
    VOID_OPEN = "void_open"
    CASH_TOO_LITTLE = "cash_too_little"  # rupiah
    COUNT_UNFIT = "count_unfit"
    DAY_NOT_OVER = "day_not_over"
    DAY_CLOSED_BEFORE = "day_closed_before"
    EARLIER_DAY_OPEN = "earlier_day_open"  # day
    MONTHS_NOT_PAYABLE = "months_not_payable"
    # Correcting
    TASK_UNKNOWN = "task_unknown"
    TASK_NOT_CORRECTABLE = "task_not_correctable"  # state
    DATA_CLEANED = "data_cleaned"
    NOTHING_CHANGED = "nothing_changed"
    FIELD_NOT_CORRECTABLE = "field_not_correctable"  # field
    # A worker's life
    CHANGE_TOO_EARLY = "change_too_early"
    CHANGE_TOO_LATE = "change_too_late"
    END_DATE_UNFIT = "end_date_unfit"
    MEMBERSHIP_ENDED = "membership_ended"
    HANDED_OVER = "handed_over"
    HANDOVER_UNKNOWN = "handover_unknown"
    CONSENT_NOT_GIVEN = "consent_not_given"
    WITHDRAWAL_UNSIGNED = "withdrawal_unsigned"
    # Network
    NO_NETWORK = "no_network"  # detail
    BRANCH_SILENT = "branch_silent"  # detail; a reviewer keeps nothing that could be sent later
    SERVER_BUSY = "server_busy"  # seconds; a run of the sync, which is tried again by itself
    ASK_LATER = "ask_later"  # seconds; what an agent asked for once, and nothing tries again
    BRANCH_BUSY = "branch_busy"  # seconds; what a reviewer asked for
    BRANCH_FAULT = "branch_fault"
    DEVICE_PAUSED = "device_paused"
    DEVICE_REVOKED = "device_revoked"
    DEVICE_LEAVING = "device_leaving"
    DEVICE_WIPED = "device_wiped"
    DEVICE_WIPED_OWING = "device_wiped_owing"  # cash, receipts
    PROGRAM_TOO_OLD = "program_too_old"  # minimum
    BATCH_REUSED = "batch_reused"  # batch_id
    BATCH_REJECTED = "batch_rejected"  # reason
    SYNC_RUNNING = "sync_running"
    # No network at all
    BUNDLE_FOLDER_MISSING = "bundle_folder_missing"
    BUNDLE_NO_ROOM = "bundle_no_room"  # needed (MB)
    BUNDLE_NOT_WRITTEN = "bundle_not_written"
    BUNDLE_UNKNOWN = "bundle_unknown"
    BUNDLE_IS_ANSWER = "bundle_is_answer"
    BUNDLE_NEWER = "bundle_newer"
    BUNDLE_FOR_ANOTHER = "bundle_for_another"
    BUNDLE_DAMAGED = "bundle_damaged"
    BUNDLE_REFUSED = "bundle_refused"  # reason
    FILE_UNREADABLE = "file_unreadable"
    ANSWER_UNKNOWN = "answer_unknown"
    ANSWER_IS_BUNDLE = "answer_is_bundle"
    ANSWER_NEWER = "answer_newer"
    ANSWER_FOR_ANOTHER = "answer_for_another"
    ANSWER_DAMAGED = "answer_damaged"
    ANSWER_NOT_GENUINE = "answer_not_genuine"
    # New receipt numbers by phone
    EPOCH_CODE_UNFIT = "epoch_code_unfit"
    EPOCH_CODE_WRONG = "epoch_code_wrong"  # tries_left
    EPOCH_CODE_AGAIN = "epoch_code_again"
    EPOCH_CODE_WAITS = "epoch_code_waits"  # seconds
    LAPTOP_UNKNOWN = "laptop_unknown"
    LAPTOP_REVOKED = "laptop_revoked"
    LAPTOP_AHEAD = "laptop_ahead"
    NOBODY_TO_HAND_OVER = "nobody_to_hand_over"
    WIPE_NOT_ASKED = "wipe_not_asked"
    CHALLENGE_UNFIT = "challenge_unfit"
    EPOCHS_USED_UP = "epochs_used_up"
    # Reviewing
    SIGN_IN_REFUSED = "sign_in_refused"
    SESSION_OVER = "session_over"
    PASSWORD_TEMPORARY = "password_temporary"  # noqa: S105
    PASSWORD_LAPSED = "password_lapsed"  # noqa: S105
    PASSWORD_UNCHANGED = "password_unchanged"  # noqa: S105
    PASSWORD_UNCERTAIN = "password_uncertain"  # noqa: S105
    OLD_PASSWORD_WRONG = "old_password_wrong"  # noqa: S105
    LOGIN_TAKEN = "login_taken"
    NAME_TAKEN = "name_taken"
    ACCOUNT_UNKNOWN = "account_unknown"
    ACCOUNT_OUT_OF_REACH = "account_out_of_reach"
    ACCOUNT_UNCERTAIN = "account_uncertain"
    AGENT_NUMBER_TAKEN = "agent_number_taken"
    AGENT_NUMBER_UNKNOWN = "agent_number_unknown"
    OFFICE_UNKNOWN = "office_unknown"
    NOT_ALLOWED = "not_allowed"
    NOTHING_TO_REVIEW = "nothing_to_review"
    MAKER_IS_CHECKER = "maker_is_checker"
    RECORD_UNKNOWN = "record_unknown"
    RECORD_CHANGED = "record_changed"
    RECORD_TAKEN = "record_taken"
    ACCOUNT_LOCKED = "account_locked"  # seconds
    REQUEST_INVALID = "request_invalid"  # reason
    MOVE_REFUSED = "move_refused"  # state, move
    REASON_UNKNOWN = "reason_unknown"
    COMMENT_MISSING = "comment_missing"
    NOTE_MISSING = "note_missing"
    SAMPLE_UNSEEN = "sample_unseen"  # missing
    BULK_OVER = "bulk_over"
    SECOND_PERSON_NEEDED = "second_person_needed"
    TARGET_UNKNOWN = "target_unknown"
    DRAFT_CHANGED = "draft_changed"
    DRAFT_OUTDATED = "draft_outdated"
    DRAFT_FAULTY = "draft_faulty"
    BRACKETS_UNREADABLE = "brackets_unreadable"  # row


FailureValue: TypeAlias = str | int | tuple[str, ...]


class Failure(Exception):
    """A refusal that a person can act on; `data` never holds a personal value or a sentence."""

    def __init__(self, code: FailureCode, /, **data: FailureValue) -> None:
        super().__init__(code.value)
        self.code = code
        self.data: Mapping[str, FailureValue] = data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Failure) and self.code == other.code and self.data == other.data

    def __hash__(self) -> int:
        return hash(self.code)
