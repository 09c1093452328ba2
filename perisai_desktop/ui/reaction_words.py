"""A sentence for every reaction code of the rules."""

from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from sync.rules.reactions import Reaction

REACTIONS: dict[Reaction, str] = {
    Reaction.NIK_NOT_DIGITS: QT_TRANSLATE_NOOP("Reactions", "The NIK has signs that are no digits"),
    Reaction.NIK_LENGTH: QT_TRANSLATE_NOOP("Reactions", "The NIK must have 16 digits"),
    Reaction.NIK_ALL_EQUAL: QT_TRANSLATE_NOOP("Reactions", "All digits of the NIK are the same"),
    Reaction.NIK_IMPOSSIBLE_DATE: QT_TRANSLATE_NOOP(
        "Reactions", "The birth date inside the NIK does not exist"
    ),
    Reaction.NIK_SERIAL_ZERO: QT_TRANSLATE_NOOP("Reactions", "The last four digits of the NIK can't be 0000"),
    Reaction.NIK_ALREADY_HERE: QT_TRANSLATE_NOOP("Reactions", "This NIK is already on this laptop"),
    Reaction.NAME_MISSING: QT_TRANSLATE_NOOP("Reactions", "Fill in the full name"),
    Reaction.BIRTH_DATE_MISSING: QT_TRANSLATE_NOOP("Reactions", "Fill in the date of birth"),
    Reaction.BIRTH_PLACE_MISSING: QT_TRANSLATE_NOOP("Reactions", "Fill in the place of birth"),
    Reaction.BIRTH_DATE_INVALID: QT_TRANSLATE_NOOP("Reactions", "This date of birth does not exist"),
    Reaction.SEX_MISSING: QT_TRANSLATE_NOOP("Reactions", "Choose the sex"),
    Reaction.MOTHER_NAME_MISSING: QT_TRANSLATE_NOOP("Reactions", "Fill in the mother's maiden name"),
    Reaction.STREET_MISSING: QT_TRANSLATE_NOOP("Reactions", "Fill in the street or hamlet"),
    Reaction.TOO_OLD: QT_TRANSLATE_NOOP("Reactions", "Already 65 or older, can't be enrolled"),
    Reaction.TURNS_65_TODAY: QT_TRANSLATE_NOOP("Reactions", "Turns 65 today, can't be enrolled"),
    Reaction.TOO_YOUNG: QT_TRANSLATE_NOOP("Reactions", "Under 15, can't be enrolled"),
    Reaction.PHONE_MISSING: QT_TRANSLATE_NOOP("Reactions", "Fill in the phone number"),
    Reaction.PHONE_INVALID: QT_TRANSLATE_NOOP("Reactions", "The phone number must begin with 08 or +628"),
    Reaction.OCCUPATION_MISSING: QT_TRANSLATE_NOOP("Reactions", "Choose the main occupation"),
    Reaction.OCCUPATION_UNKNOWN: QT_TRANSLATE_NOOP("Reactions", "This occupation is not on the list"),
    Reaction.INCOME_MISSING: QT_TRANSLATE_NOOP("Reactions", "Fill in the income a month"),
    Reaction.INCOME_BELOW_MINIMUM: QT_TRANSLATE_NOOP("Reactions", "The income must be at least Rp1.000.000"),
    Reaction.INCOME_NOT_THOUSANDS: QT_TRANSLATE_NOOP("Reactions", "Give the income in whole thousands"),
    Reaction.PROGRAMMES_NOT_OFFERED: QT_TRANSLATE_NOOP("Reactions", "Choose one of the programmes offered"),
    Reaction.MONTHS_NOT_OFFERED: QT_TRANSLATE_NOOP(
        "Reactions", "Choose one of the numbers of months offered"
    ),
    Reaction.FIRST_MONTH_NOT_OFFERED: QT_TRANSLATE_NOOP("Reactions", "Start with this month or the next"),
    Reaction.CONSENT_MISSING: QT_TRANSLATE_NOOP("Reactions", "Consent is not complete"),
    Reaction.DECLARATION_MISSING: QT_TRANSLATE_NOOP("Reactions", "The declaration is not given"),
    Reaction.PLACE_MISSING: QT_TRANSLATE_NOOP("Reactions", "Choose the village"),
    Reaction.VILLAGE_UNKNOWN: QT_TRANSLATE_NOOP(
        "Reactions", "This village is not known, choose it from the list"
    ),
    Reaction.FIELD_MISSING: QT_TRANSLATE_NOOP("Reactions", "The branch asks for this too"),
    Reaction.POSTCODE_INVALID: QT_TRANSLATE_NOOP("Reactions", "The postcode must have 5 digits"),
    Reaction.EMAIL_INVALID: QT_TRANSLATE_NOOP("Reactions", "This is no e-mail address"),
    Reaction.MARITAL_UNKNOWN: QT_TRANSLATE_NOOP("Reactions", "Choose the marital state from the list"),
    Reaction.KK_INVALID: QT_TRANSLATE_NOOP("Reactions", "The number of the family card must have 16 digits"),
    Reaction.NPWP_INVALID: QT_TRANSLATE_NOOP("Reactions", "The NPWP must have 15 or 16 digits"),
    Reaction.PAYER_UNKNOWN: QT_TRANSLATE_NOOP("Reactions", "Choose from the list who pays"),
    Reaction.BANK_INCOMPLETE: QT_TRANSLATE_NOOP("Reactions", "The account needs bank, number and holder"),
    Reaction.HEIR_INCOMPLETE: QT_TRANSLATE_NOOP("Reactions", "Each heir needs a name and a relation"),
    Reaction.HEIR_BIRTH_DATE_INVALID: QT_TRANSLATE_NOOP(
        "Reactions", "The date of birth of an heir does not exist"
    ),
    Reaction.HEIR_SHARES: QT_TRANSLATE_NOOP("Reactions", "The heirs' shares must make 100 percent"),
    Reaction.TOO_MANY_HEIRS: QT_TRANSLATE_NOOP("Reactions", "At most 20 heirs can be named"),
    Reaction.MONTH_ALREADY_PAID: QT_TRANSLATE_NOOP("Reactions", "This month is already paid"),
    Reaction.MONTH_HOLE: QT_TRANSLATE_NOOP("Reactions", "There is an unpaid month before this one"),
    Reaction.AMOUNT_DIFFERS: QT_TRANSLATE_NOOP("Reactions", "The amount differs from the price"),
    Reaction.TOO_FAR_AHEAD: QT_TRANSLATE_NOOP("Reactions", "At most 12 months ahead can be paid"),
    Reaction.MEMBERSHIP_ENDED: QT_TRANSLATE_NOOP("Reactions", "Membership has ended, enrol again"),
    Reaction.BIRTH_DATE_DIFFERS: QT_TRANSLATE_NOOP("Reactions", "The date of birth differs from the NIK"),
    Reaction.SEX_DIFFERS: QT_TRANSLATE_NOOP("Reactions", "The sex differs from the NIK"),
    Reaction.REGION_UNKNOWN: QT_TRANSLATE_NOOP("Reactions", "The region of the NIK is not known"),
    Reaction.UNDER_17: QT_TRANSLATE_NOOP("Reactions", "Not yet 17 years old"),
    Reaction.PHONE_SHARED: QT_TRANSLATE_NOOP("Reactions", "Somebody else here has this phone number"),
    Reaction.LIKELY_DUPLICATE: QT_TRANSLATE_NOOP(
        "Reactions", "Same name and date of birth as somebody else here"
    ),
    Reaction.REGION_RETIRED: QT_TRANSLATE_NOOP("Reactions", "The region of the NIK has an older name"),
    Reaction.SPACES_AND_DOTS: QT_TRANSLATE_NOOP("Reactions", "Spaces and dots in the NIK were left out"),
    Reaction.LAST_DAY_BEFORE_65: QT_TRANSLATE_NOOP("Reactions", "Last day before turning 65"),
}
