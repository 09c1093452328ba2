"""The device's end of the exchange: an engine without input and output, and the transport that gives it both."""
