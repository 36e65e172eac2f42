"""The one kind of error that is shown to the officer as a sentence."""


class UserError(Exception):
    """Something the officer can understand and act on.

    The message is plain Simplified Chinese: what happened, then what to do.
    ``details`` lists further lines, such as every fault of a campaign file.
    """

    def __init__(self, message: str, details: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.details = details

    def __str__(self) -> str:
        return "\n".join((self.message, *self.details))


class DamagedError(UserError):
    """The data file is not whole, or not ours: a backup put in its place would help."""
