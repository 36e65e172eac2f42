"""The reminder window (提醒窗口), the sheet 您离开期间 and the dialog of lead plans (提醒时间)."""
