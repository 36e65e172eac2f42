"""The page 导入任务分解表: a table from elsewhere, looked over beside its source, corrected and started."""
