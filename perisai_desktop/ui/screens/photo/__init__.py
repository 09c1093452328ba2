"""One picture for a form: chosen, turned, cut, and looked at before it is taken."""
