"""The paper of a deposit, a closing or a refund: saved where PDFs are kept, and printed."""
