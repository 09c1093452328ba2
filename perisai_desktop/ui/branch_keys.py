"""The keys of the branch's screens, in the order of the reference."""

from perisai_desktop.ui.key_use import KeyUse
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

BRANCH_KEYS: dict[str, tuple[KeyUse, ...]] = {
    "review": (
        KeyUse("J", QT_TRANSLATE_NOOP("Keys", "next record")),
        KeyUse("K", QT_TRANSLATE_NOOP("Keys", "record before")),
        KeyUse("A", QT_TRANSLATE_NOOP("Keys", "approve")),
        KeyUse("F", QT_TRANSLATE_NOOP("Keys", "send back with a comment on a field")),
        KeyUse("R", QT_TRANSLATE_NOOP("Keys", "refuse for a reason")),
        KeyUse("D", QT_TRANSLATE_NOOP("Keys", "mark as a duplicate, or take that back")),
        KeyUse("C", QT_TRANSLATE_NOOP("Keys", "find for whom money was paid")),
        KeyUse("N", QT_TRANSLATE_NOOP("Keys", "do not agree to a decision, or take back one's own")),
        KeyUse("T", QT_TRANSLATE_NOOP("Keys", "take over what a colleague has open")),
        KeyUse("M", QT_TRANSLATE_NOOP("Keys", "approve many clean records at once")),
        KeyUse("Z", QT_TRANSLATE_NOOP("Keys", "see the photos large, beside the form")),
        KeyUse("B", QT_TRANSLATE_NOOP("Keys", "put the record beside what it collides with")),
        KeyUse("Q", QT_TRANSLATE_NOOP("Keys", "choose a queue")),
        KeyUse("L", QT_TRANSLATE_NOOP("Keys", "who saw this person's data (whoever only reads)")),
        KeyUse("Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "the last one was no duplicate after all")),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "send the decision")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "give up the decision that was begun")),
        KeyUse("F5", QT_TRANSLATE_NOOP("Keys", "load the list again")),
    ),
    "comparison": (
        KeyUse("Ctrl+G", QT_TRANSLATE_NOOP("Keys", "not a duplicate: two people")),
        KeyUse("Ctrl+D", QT_TRANSLATE_NOOP("Keys", "the same person")),
        KeyUse("Ctrl+E", QT_TRANSLATE_NOOP("Keys", "have somebody else say it")),
        KeyUse("Ctrl+Right", QT_TRANSLATE_NOOP("Keys", "the next record that it collides with")),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "send what was begun")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "give up what was begun, or close"), own=True),
    ),
    "pictures": (
        KeyUse("+", QT_TRANSLATE_NOOP("Keys", "larger; so does the wheel")),
        KeyUse("-", QT_TRANSLATE_NOOP("Keys", "smaller")),
        KeyUse("0", QT_TRANSLATE_NOOP("Keys", "the whole photo")),
        KeyUse("R", QT_TRANSLATE_NOOP("Keys", "turn it")),
        KeyUse("[", QT_TRANSLATE_NOOP("Keys", "photo before")),
        KeyUse("]", QT_TRANSLATE_NOOP("Keys", "next photo")),
        KeyUse("K", QT_TRANSLATE_NOOP("Keys", "send the record back for this photo")),
        KeyUse("Left", QT_TRANSLATE_NOOP("Keys", "move a large photo, as the other arrows do"), own=True),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "back to the record"), own=True),
    ),
    "agents": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "go to the card of the agent"), own=True),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "in an act's dialog: do it")),
        KeyUse("F5", QT_TRANSLATE_NOOP("Keys", "load the list again")),
    ),
    "lost_laptop": (
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "the next step; in the list: save it as Excel")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close"), own=True),
    ),
    "findings": (
        KeyUse("Alt+Left", QT_TRANSLATE_NOOP("Keys", "the period before")),
        KeyUse("Alt+Right", QT_TRANSLATE_NOOP("Keys", "the period after")),
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "open the record, or the agent's card"), own=True),
        KeyUse("F5", QT_TRANSLATE_NOOP("Keys", "load the list again")),
    ),
    "accesses": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "open the record"), own=True),
        KeyUse("F5", QT_TRANSLATE_NOOP("Keys", "load the list again")),
        KeyUse("F8", QT_TRANSLATE_NOOP("Keys", "check the log (auditor)")),
    ),
    "coverage": (
        KeyUse("Alt+Left", QT_TRANSLATE_NOOP("Keys", "the period before")),
        KeyUse("Alt+Right", QT_TRANSLATE_NOOP("Keys", "the period after")),
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "set the target of the chosen line"), own=True),
        KeyUse("Ctrl+T", QT_TRANSLATE_NOOP("Keys", "set the target of the chosen line")),
        KeyUse("F5", QT_TRANSLATE_NOOP("Keys", "load the list again")),
        KeyUse("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "save as PDF")),
        KeyUse("Ctrl+E", QT_TRANSLATE_NOOP("Keys", "save for Excel")),
    ),
    "branch_settings": (
        KeyUse("F6", QT_TRANSLATE_NOOP("Keys", "see what the draft does")),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "publish what was looked at, once more asked")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close"), own=True),
    ),
    "accounts": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "go to the card of the account"), own=True),
        KeyUse("Ctrl+N", QT_TRANSLATE_NOOP("Keys", "make an account, or add an agent")),
        KeyUse("F8", QT_TRANSLATE_NOOP("Keys", "give a temporary password")),
        KeyUse("F9", QT_TRANSLATE_NOOP("Keys", "suspend the account, or let it in again")),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "in an act's dialog: do it")),
        KeyUse("F5", QT_TRANSLATE_NOOP("Keys", "load the list again")),
    ),
    "bulk": (
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "the next step: draw, approve, or undo")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close"), own=True),
    ),
}
