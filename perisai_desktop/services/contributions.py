"""The receipt that goes with a contribution in the same action."""

from datetime import timedelta

from perisai_desktop.services.pen import ActionInHand, Pen
from perisai_desktop.storage import numbers
from perisai_desktop.storage.database import Session
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.encoding import to_base64url
from sync.protocol.receipt_proof import receipt_message
from sync.rules.receipt_number import ReceiptNumber


def receipt_of(
    session: Session, pen: Pen, action: ActionInHand, contribution: Contribution, contribution_id: str
) -> Receipt:
    """Take the next number and sign the receipt for a contribution, of one worker or of a kelompok."""
    counter = numbers.take_receipt(session, pen.device, pen.epoch)
    number = str(ReceiptNumber(pen.device, pen.epoch, counter))
    on = (action.at + timedelta(minutes=action.utc_offset)).date()
    total = contribution.price - contribution.credit
    return Receipt(
        number=number,
        on=on,
        total=total,
        contributions=(contribution_id,),
        workers=len({line.worker_id for line in contribution.lines}),
        payer=contribution.lines[0].payer,
        signature=to_base64url(pen.key.sign(receipt_message(number, on, total))),
    )
