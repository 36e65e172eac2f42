"""The page 任务."""
