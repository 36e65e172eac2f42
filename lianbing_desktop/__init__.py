"""练兵台: the offline desk of a liaison officer who runs an enforcement-training campaign."""

__version__ = "0.1.0"
