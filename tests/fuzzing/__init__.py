"""Every route against its own description: what a fuzzer makes up must never meet a bug or an answer that is not described."""
