"""Every key that the program obeys, in one table: the help shows it, and a test holds the screens to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.branch_keys import BRANCH_KEYS
from perisai_desktop.ui.key_use import KeyUse
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

KEYS: dict[str, tuple[KeyUse, ...]] = {
    "general": (
        KeyUse("F1", QT_TRANSLATE_NOOP("Keys", "help for what is on screen")),
        KeyUse("Ctrl+N", QT_TRANSLATE_NOOP("Keys", "new enrolment")),
        KeyUse("Ctrl+F", QT_TRANSLATE_NOOP("Keys", "search")),
        KeyUse("Ctrl+H", QT_TRANSLATE_NOOP("Keys", "Home")),
        KeyUse("Ctrl+0", QT_TRANSLATE_NOOP("Keys", "Ready for work")),
        KeyUse("Ctrl+1", QT_TRANSLATE_NOOP("Keys", "Workers")),
        KeyUse("Ctrl+2", QT_TRANSLATE_NOOP("Keys", "New enrolment")),
        KeyUse("Ctrl+3", QT_TRANSLATE_NOOP("Keys", "Sync")),
        KeyUse("Ctrl+4", QT_TRANSLATE_NOOP("Keys", "To correct")),
        KeyUse("Ctrl+5", QT_TRANSLATE_NOOP("Keys", "Check a receipt")),
        KeyUse("Ctrl+6", QT_TRANSLATE_NOOP("Keys", "Contributions")),
        KeyUse("Ctrl+7", QT_TRANSLATE_NOOP("Keys", "Cash")),
        KeyUse("Ctrl+8", QT_TRANSLATE_NOOP("Keys", "Group enrolment")),
        KeyUse("Ctrl+9", QT_TRANSLATE_NOOP("Keys", "Reports")),
        KeyUse("Ctrl+,", QT_TRANSLATE_NOOP("Keys", "Settings")),
        KeyUse("Ctrl+L", QT_TRANSLATE_NOOP("Keys", "lock the screen")),
        KeyUse("Tab", QT_TRANSLATE_NOOP("Keys", "next field; with Shift the one before"), own=True),
        KeyUse("Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "undo what was typed in a field"), own=True),
    ),
    "home": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "open the list behind a figure or a line"), own=True),
        KeyUse("Ctrl+D", QT_TRANSLATE_NOOP("Keys", "write a deposit down")),
        KeyUse("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "send and fetch now")),
    ),
    "ready_for_work": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "start work")),
        KeyUse("F5", QT_TRANSLATE_NOOP("Keys", "look again")),
    ),
    "workers": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "from the search to the list, then to the card"), own=True),
        KeyUse("Ctrl+C", QT_TRANSLATE_NOOP("Keys", "copy the cell; a NIK without spaces"), own=True),
    ),
    "enrolment": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "to the next field that has to be filled in"), own=True),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "save and take the money")),
        KeyUse("F2", QT_TRANSLATE_NOOP("Keys", "photo of the KTP")),
        KeyUse("F3", QT_TRANSLATE_NOOP("Keys", "read the KTP, or stop that")),
        KeyUse("Ctrl+B", QT_TRANSLATE_NOOP("Keys", "compare with who may be the same person")),
        KeyUse("F4", QT_TRANSLATE_NOOP("Keys", "the other unfinished enrolments")),
        KeyUse("F5", QT_TRANSLATE_NOOP("Keys", "all that was read is right")),
        KeyUse("F6", QT_TRANSLATE_NOOP("Keys", "next problem")),
        KeyUse("F7", QT_TRANSLATE_NOOP("Keys", "read the consent aloud")),
        KeyUse("F8", QT_TRANSLATE_NOOP("Keys", "open the worker who has this NIK already")),
        KeyUse("F9", QT_TRANSLATE_NOOP("Keys", "change where people are enrolled")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close; the draft stays")),
    ),
    "look_alikes": (
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "open the worker who is here")),
        KeyUse("Ctrl+G", QT_TRANSLATE_NOOP("Keys", "it is somebody else: write down why")),
        KeyUse("Ctrl+Right", QT_TRANSLATE_NOOP("Keys", "the next one who is like")),
    ),
    "drafts": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "go on with the draft"), own=True),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "go on with the draft")),
        KeyUse("Del", QT_TRANSLATE_NOOP("Keys", "throw the draft away")),
        KeyUse("Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "bring back what was thrown away")),
        KeyUse("Ctrl+N", QT_TRANSLATE_NOOP("Keys", "begin with an empty form")),
    ),
    "photo": (
        KeyUse("Ctrl+K", QT_TRANSLATE_NOOP("Keys", "turn the camera on, or off")),
        KeyUse("Space", QT_TRANSLATE_NOOP("Keys", "take the photo, as Enter does"), own=True),
        KeyUse("Ctrl+O", QT_TRANSLATE_NOOP("Keys", "choose a file")),
        KeyUse("Ctrl+Left", QT_TRANSLATE_NOOP("Keys", "turn left")),
        KeyUse("Ctrl+Right", QT_TRANSLATE_NOOP("Keys", "turn right")),
        KeyUse("Backspace", QT_TRANSLATE_NOOP("Keys", "keep all of the picture"), own=True),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "use this photo")),
    ),
    "kelompok": (
        KeyUse("Alt+1", QT_TRANSLATE_NOOP("Keys", "begin a family")),
        KeyUse("Alt+2", QT_TRANSLATE_NOOP("Keys", "begin an enterprise")),
        KeyUse("Alt+3", QT_TRANSLATE_NOOP("Keys", "begin the list of a sponsor")),
        KeyUse("F4", QT_TRANSLATE_NOOP("Keys", "a group pays again")),
        KeyUse("Ctrl+O", QT_TRANSLATE_NOOP("Keys", "take a list from a file")),
        KeyUse("F6", QT_TRANSLATE_NOOP("Keys", "next problem")),
        KeyUse(
            "Enter", QT_TRANSLATE_NOOP("Keys", "type into the cell; then on to what is missing"), own=True
        ),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "save and take the money")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "back; what was typed stays a draft")),
    ),
    "collection": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "pay in full; once more: take the money"), own=True),
        KeyUse("Left", QT_TRANSLATE_NOOP("Keys", "fewer months"), own=True),
        KeyUse("Right", QT_TRANSLATE_NOOP("Keys", "more months"), own=True),
        KeyUse("F8", QT_TRANSLATE_NOOP("Keys", "enrol again, or say income and programme")),
        KeyUse("F4", QT_TRANSLATE_NOOP("Keys", "a group pays again")),
        KeyUse("F9", QT_TRANSLATE_NOOP("Keys", "somebody pays who is not on this laptop")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "back to the list")),
    ),
    "group_renewal": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "open the group; then tick, or leave out"), own=True),
        KeyUse("Space", QT_TRANSLATE_NOOP("Keys", "tick a member, or leave one out"), own=True),
        KeyUse("Ctrl+A", QT_TRANSLATE_NOOP("Keys", "everybody pays, or nobody"), own=True),
        KeyUse("Left", QT_TRANSLATE_NOOP("Keys", "fewer months"), own=True),
        KeyUse("Right", QT_TRANSLATE_NOOP("Keys", "more months"), own=True),
        KeyUse("Ctrl+Left", QT_TRANSLATE_NOOP("Keys", "fewer months for everybody"), own=True),
        KeyUse("Ctrl+Right", QT_TRANSLATE_NOOP("Keys", "more months for everybody"), own=True),
        KeyUse("F8", QT_TRANSLATE_NOOP("Keys", "enrol again whose membership has ended")),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "open the group; then take the money")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "back to the list, then out"), own=True),
    ),
    "receipt": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "print, then go on"), own=True),
        KeyUse("Ctrl+P", QT_TRANSLATE_NOOP("Keys", "print")),
        KeyUse("S", QT_TRANSLATE_NOOP("Keys", "save as PDF")),
        KeyUse("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "save as PDF")),
        KeyUse("B", QT_TRANSLATE_NOOP("Keys", "share the text with the link")),
        KeyUse("Ctrl+N", QT_TRANSLATE_NOOP("Keys", "enrol the next person")),
        KeyUse("PgDown", QT_TRANSLATE_NOOP("Keys", "down the roll")),
        KeyUse("PgUp", QT_TRANSLATE_NOOP("Keys", "up the roll")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close"), own=True),
    ),
    "sync": (
        KeyUse("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "send and fetch now")),
        KeyUse("Ctrl+J", QT_TRANSLATE_NOOP("Keys", "pause the sending, or have it go on")),
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "from the list to what can be done"), own=True),
        KeyUse("Ctrl+U", QT_TRANSLATE_NOOP("Keys", "save to a USB stick")),
        KeyUse("Ctrl+B", QT_TRANSLATE_NOOP("Keys", "read the answer from a USB stick")),
    ),
    "bundle": (
        KeyUse("Ctrl+P", QT_TRANSLATE_NOOP("Keys", "print the hand-over sheet")),
        KeyUse("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "save the hand-over sheet as PDF")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close"), own=True),
    ),
    "tasks": (
        KeyUse("F2", QT_TRANSLATE_NOOP("Keys", "replace the photo of the KTP")),
        KeyUse("F3", QT_TRANSLATE_NOOP("Keys", "replace the photo that proves the consent")),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "send the correction")),
    ),
    "cash": (
        KeyUse("Ctrl+D", QT_TRANSLATE_NOOP("Keys", "write a deposit down")),
        KeyUse("Ctrl+K", QT_TRANSLATE_NOOP("Keys", "close the day")),
        KeyUse(
            "Enter",
            QT_TRANSLATE_NOOP("Keys", "from a sum to its entries, from an entry to its paper"),
            own=True,
        ),
    ),
    "deposit": (
        KeyUse("Space", QT_TRANSLATE_NOOP("Keys", "choose a receipt, or leave it out"), own=True),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "write the deposit down")),
    ),
    "closing": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "to the next note; arrows go up and down"), own=True),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "close the day")),
    ),
    "adjustment": (KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "record the movement")),),
    "refund": (
        KeyUse("Space", QT_TRANSLATE_NOOP("Keys", "on the pad: pen down or up; arrows draw"), own=True),
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "give the money back")),
    ),
    "voiding": (KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "ask the branch")),),
    "cash_paper": (
        KeyUse("Ctrl+P", QT_TRANSLATE_NOOP("Keys", "print the paper")),
        KeyUse("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "save the PDF again")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close"), own=True),
    ),
    "reports": (
        KeyUse("Left", QT_TRANSLATE_NOOP("Keys", "a shorter period, or other lines"), own=True),
        KeyUse("Right", QT_TRANSLATE_NOOP("Keys", "a longer period, or other lines"), own=True),
        KeyUse("Alt+Left", QT_TRANSLATE_NOOP("Keys", "the period before")),
        KeyUse("Alt+Right", QT_TRANSLATE_NOOP("Keys", "the period after")),
        KeyUse("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "save as PDF")),
        KeyUse("Ctrl+E", QT_TRANSLATE_NOOP("Keys", "save for Excel")),
    ),
    "receipt_check": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "check"), own=True),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "empty the field for the next receipt")),
        KeyUse("Ctrl+O", QT_TRANSLATE_NOOP("Keys", "open the receipt, if you issued it")),
    ),
    **BRANCH_KEYS,
    "sign_in": (
        KeyUse("Enter", QT_TRANSLATE_NOOP("Keys", "sign in, or the next step"), own=True),
        KeyUse("F1", QT_TRANSLATE_NOOP("Keys", "help for what is on screen")),
        KeyUse("F2", QT_TRANSLATE_NOOP("Keys", "show the password, or hide it"), own=True),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "one step back")),
    ),
    "forgotten": (
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "the next step")),
        KeyUse("F2", QT_TRANSLATE_NOOP("Keys", "show the password, or hide it"), own=True),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close; the request stays"), own=True),
    ),
    "own_password": (
        KeyUse("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "change the password")),
        KeyUse("F2", QT_TRANSLATE_NOOP("Keys", "show the password, or hide it"), own=True),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close"), own=True),
    ),
    "help": (
        KeyUse("Ctrl+F", QT_TRANSLATE_NOOP("Keys", "search in the help")),
        KeyUse("Ctrl+1", QT_TRANSLATE_NOOP("Keys", "this screen")),
        KeyUse("Ctrl+2", QT_TRANSLATE_NOOP("Keys", "all keys")),
        KeyUse("Ctrl+3", QT_TRANSLATE_NOOP("Keys", "all messages")),
        KeyUse("Ctrl+4", QT_TRANSLATE_NOOP("Keys", "the glossary")),
        KeyUse("F1", QT_TRANSLATE_NOOP("Keys", "close the help")),
        KeyUse("Esc", QT_TRANSLATE_NOOP("Keys", "close the help"), own=True),
    ),
}


def key_words(use: KeyUse) -> str:
    """What a key does, in the language on screen."""
    return translate("Keys", use.words)
