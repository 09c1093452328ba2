"""What screens read: workers, ledger, receipts, cash and dues, computed from the journal and the feed."""
