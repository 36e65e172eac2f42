# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_page.ui'
##
## Created by: Qt User Interface Compiler version 6.8.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QRadioButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        self.column = QVBoxLayout(SettingsPage)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 8, 0)
        self.officer_card = QFrame(SettingsPage)
        self.officer_card.setObjectName(u"officer_card")
        self.officer_card_column = QVBoxLayout(self.officer_card)
        self.officer_card_column.setSpacing(8)
        self.officer_card_column.setObjectName(u"officer_card_column")
        self.officer_card_column.setContentsMargins(16, 12, 16, 16)
        self.officer_heading = QLabel(self.officer_card)
        self.officer_heading.setObjectName(u"officer_heading")
        self.officer_heading.setTextFormat(Qt.TextFormat.PlainText)

        self.officer_card_column.addWidget(self.officer_heading)

        self.officer_row = QHBoxLayout()
        self.officer_row.setSpacing(12)
        self.officer_row.setObjectName(u"officer_row")
        self.officer_label = QLabel(self.officer_card)
        self.officer_label.setObjectName(u"officer_label")
        self.officer_label.setTextFormat(Qt.TextFormat.PlainText)

        self.officer_row.addWidget(self.officer_label)

        self.officer = QLineEdit(self.officer_card)
        self.officer.setObjectName(u"officer")
        self.officer.setMinimumSize(QSize(240, 0))
        self.officer.setMaximumSize(QSize(240, 16777215))
        self.officer.setMaxLength(40)

        self.officer_row.addWidget(self.officer)

        self.officer_hint = QLabel(self.officer_card)
        self.officer_hint.setObjectName(u"officer_hint")
        self.officer_hint.setTextFormat(Qt.TextFormat.PlainText)

        self.officer_row.addWidget(self.officer_hint)

        self.officer_space = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.officer_row.addItem(self.officer_space)


        self.officer_card_column.addLayout(self.officer_row)


        self.column.addWidget(self.officer_card)

        self.look_card = QFrame(SettingsPage)
        self.look_card.setObjectName(u"look_card")
        self.look_card_column = QVBoxLayout(self.look_card)
        self.look_card_column.setSpacing(8)
        self.look_card_column.setObjectName(u"look_card_column")
        self.look_card_column.setContentsMargins(16, 12, 16, 16)
        self.look_heading = QLabel(self.look_card)
        self.look_heading.setObjectName(u"look_heading")
        self.look_heading.setTextFormat(Qt.TextFormat.PlainText)

        self.look_card_column.addWidget(self.look_heading)

        self.look_row = QHBoxLayout()
        self.look_row.setSpacing(12)
        self.look_row.setObjectName(u"look_row")
        self.scheme_system = QRadioButton(self.look_card)
        self.scheme_system.setObjectName(u"scheme_system")

        self.look_row.addWidget(self.scheme_system)

        self.scheme_light = QRadioButton(self.look_card)
        self.scheme_light.setObjectName(u"scheme_light")

        self.look_row.addWidget(self.scheme_light)

        self.scheme_dark = QRadioButton(self.look_card)
        self.scheme_dark.setObjectName(u"scheme_dark")

        self.look_row.addWidget(self.scheme_dark)

        self.look_space = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.look_row.addItem(self.look_space)


        self.look_card_column.addLayout(self.look_row)


        self.column.addWidget(self.look_card)

        self.reminder_card = QFrame(SettingsPage)
        self.reminder_card.setObjectName(u"reminder_card")
        self.reminder_card_column = QVBoxLayout(self.reminder_card)
        self.reminder_card_column.setSpacing(8)
        self.reminder_card_column.setObjectName(u"reminder_card_column")
        self.reminder_card_column.setContentsMargins(16, 12, 16, 16)
        self.reminder_heading = QLabel(self.reminder_card)
        self.reminder_heading.setObjectName(u"reminder_heading")
        self.reminder_heading.setTextFormat(Qt.TextFormat.PlainText)

        self.reminder_card_column.addWidget(self.reminder_heading)

        self.quiet_row = QHBoxLayout()
        self.quiet_row.setSpacing(12)
        self.quiet_row.setObjectName(u"quiet_row")
        self.quiet_label = QLabel(self.reminder_card)
        self.quiet_label.setObjectName(u"quiet_label")
        self.quiet_label.setTextFormat(Qt.TextFormat.PlainText)

        self.quiet_row.addWidget(self.quiet_label)

        self.quiet = QLineEdit(self.reminder_card)
        self.quiet.setObjectName(u"quiet")
        self.quiet.setMinimumSize(QSize(240, 0))
        self.quiet.setMaximumSize(QSize(240, 16777215))
        self.quiet.setMaxLength(200)

        self.quiet_row.addWidget(self.quiet)

        self.quiet_hint = QLabel(self.reminder_card)
        self.quiet_hint.setObjectName(u"quiet_hint")
        self.quiet_hint.setTextFormat(Qt.TextFormat.PlainText)
        self.quiet_hint.setWordWrap(True)

        self.quiet_row.addWidget(self.quiet_hint)

        self.quiet_row.setStretch(2, 1)

        self.reminder_card_column.addLayout(self.quiet_row)

        self.quiet_error = QLabel(self.reminder_card)
        self.quiet_error.setObjectName(u"quiet_error")
        self.quiet_error.setTextFormat(Qt.TextFormat.PlainText)
        self.quiet_error.setWordWrap(True)

        self.reminder_card_column.addWidget(self.quiet_error)

        self.closing_row = QHBoxLayout()
        self.closing_row.setSpacing(12)
        self.closing_row.setObjectName(u"closing_row")
        self.closing_label = QLabel(self.reminder_card)
        self.closing_label.setObjectName(u"closing_label")
        self.closing_label.setTextFormat(Qt.TextFormat.PlainText)

        self.closing_row.addWidget(self.closing_label)

        self.closing_quit = QRadioButton(self.reminder_card)
        self.closing_quit.setObjectName(u"closing_quit")

        self.closing_row.addWidget(self.closing_quit)

        self.closing_tray = QRadioButton(self.reminder_card)
        self.closing_tray.setObjectName(u"closing_tray")

        self.closing_row.addWidget(self.closing_tray)

        self.closing_hint = QLabel(self.reminder_card)
        self.closing_hint.setObjectName(u"closing_hint")
        self.closing_hint.setTextFormat(Qt.TextFormat.PlainText)
        self.closing_hint.setWordWrap(True)

        self.closing_row.addWidget(self.closing_hint)

        self.closing_row.setStretch(3, 1)

        self.reminder_card_column.addLayout(self.closing_row)

        self.autostart_row = QHBoxLayout()
        self.autostart_row.setSpacing(12)
        self.autostart_row.setObjectName(u"autostart_row")
        self.autostart = QCheckBox(self.reminder_card)
        self.autostart.setObjectName(u"autostart")

        self.autostart_row.addWidget(self.autostart)

        self.autostart_state = QLabel(self.reminder_card)
        self.autostart_state.setObjectName(u"autostart_state")
        self.autostart_state.setTextFormat(Qt.TextFormat.PlainText)
        self.autostart_state.setWordWrap(True)

        self.autostart_row.addWidget(self.autostart_state)

        self.autostart_row.setStretch(1, 1)

        self.reminder_card_column.addLayout(self.autostart_row)

        self.message_row = QHBoxLayout()
        self.message_row.setSpacing(12)
        self.message_row.setObjectName(u"message_row")
        self.lead_plans = QPushButton(self.reminder_card)
        self.lead_plans.setObjectName(u"lead_plans")

        self.message_row.addWidget(self.lead_plans)

        self.try_messages = QPushButton(self.reminder_card)
        self.try_messages.setObjectName(u"try_messages")

        self.message_row.addWidget(self.try_messages)

        self.message_result = QLabel(self.reminder_card)
        self.message_result.setObjectName(u"message_result")
        self.message_result.setTextFormat(Qt.TextFormat.PlainText)
        self.message_result.setWordWrap(True)

        self.message_row.addWidget(self.message_result)

        self.message_row.setStretch(2, 1)

        self.reminder_card_column.addLayout(self.message_row)


        self.column.addWidget(self.reminder_card)

        self.data_card = QFrame(SettingsPage)
        self.data_card.setObjectName(u"data_card")
        self.data_card_column = QVBoxLayout(self.data_card)
        self.data_card_column.setSpacing(8)
        self.data_card_column.setObjectName(u"data_card_column")
        self.data_card_column.setContentsMargins(16, 12, 16, 16)
        self.data_heading = QLabel(self.data_card)
        self.data_heading.setObjectName(u"data_heading")
        self.data_heading.setTextFormat(Qt.TextFormat.PlainText)

        self.data_card_column.addWidget(self.data_heading)

        self.data_row = QHBoxLayout()
        self.data_row.setSpacing(12)
        self.data_row.setObjectName(u"data_row")
        self.data_path = QLabel(self.data_card)
        self.data_path.setObjectName(u"data_path")
        self.data_path.setTextFormat(Qt.TextFormat.PlainText)
        self.data_path.setWordWrap(True)
        self.data_path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.data_row.addWidget(self.data_path)

        self.open_data = QPushButton(self.data_card)
        self.open_data.setObjectName(u"open_data")

        self.data_row.addWidget(self.open_data)

        self.data_row.setStretch(0, 1)

        self.data_card_column.addLayout(self.data_row)

        self.data_hint = QLabel(self.data_card)
        self.data_hint.setObjectName(u"data_hint")
        self.data_hint.setTextFormat(Qt.TextFormat.PlainText)
        self.data_hint.setWordWrap(True)

        self.data_card_column.addWidget(self.data_hint)


        self.column.addWidget(self.data_card)

        self.backup_card = QFrame(SettingsPage)
        self.backup_card.setObjectName(u"backup_card")
        self.backup_card_column = QVBoxLayout(self.backup_card)
        self.backup_card_column.setSpacing(8)
        self.backup_card_column.setObjectName(u"backup_card_column")
        self.backup_card_column.setContentsMargins(16, 12, 16, 16)
        self.backup_heading = QLabel(self.backup_card)
        self.backup_heading.setObjectName(u"backup_heading")
        self.backup_heading.setTextFormat(Qt.TextFormat.PlainText)

        self.backup_card_column.addWidget(self.backup_heading)

        self.backup_row = QHBoxLayout()
        self.backup_row.setSpacing(12)
        self.backup_row.setObjectName(u"backup_row")
        self.backup_newest = QLabel(self.backup_card)
        self.backup_newest.setObjectName(u"backup_newest")
        self.backup_newest.setTextFormat(Qt.TextFormat.PlainText)
        self.backup_newest.setWordWrap(True)

        self.backup_row.addWidget(self.backup_newest)

        self.back_up = QPushButton(self.backup_card)
        self.back_up.setObjectName(u"back_up")

        self.backup_row.addWidget(self.back_up)

        self.open_backups = QPushButton(self.backup_card)
        self.open_backups.setObjectName(u"open_backups")

        self.backup_row.addWidget(self.open_backups)

        self.backup_row.setStretch(0, 1)

        self.backup_card_column.addLayout(self.backup_row)

        self.restore_row = QHBoxLayout()
        self.restore_row.setSpacing(12)
        self.restore_row.setObjectName(u"restore_row")
        self.backups = QComboBox(self.backup_card)
        self.backups.setObjectName(u"backups")
        self.backups.setMinimumSize(QSize(240, 0))

        self.restore_row.addWidget(self.backups)

        self.restore = QPushButton(self.backup_card)
        self.restore.setObjectName(u"restore")

        self.restore_row.addWidget(self.restore)

        self.restore_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.restore_row.addItem(self.restore_rest)

        self.restore_row.setStretch(2, 1)

        self.backup_card_column.addLayout(self.restore_row)

        self.backup_hint = QLabel(self.backup_card)
        self.backup_hint.setObjectName(u"backup_hint")
        self.backup_hint.setTextFormat(Qt.TextFormat.PlainText)
        self.backup_hint.setWordWrap(True)

        self.backup_card_column.addWidget(self.backup_hint)


        self.column.addWidget(self.backup_card)

        self.check_card = QFrame(SettingsPage)
        self.check_card.setObjectName(u"check_card")
        self.check_card_column = QVBoxLayout(self.check_card)
        self.check_card_column.setSpacing(8)
        self.check_card_column.setObjectName(u"check_card_column")
        self.check_card_column.setContentsMargins(16, 12, 16, 16)
        self.check_heading = QLabel(self.check_card)
        self.check_heading.setObjectName(u"check_heading")
        self.check_heading.setTextFormat(Qt.TextFormat.PlainText)

        self.check_card_column.addWidget(self.check_heading)

        self.check_row = QHBoxLayout()
        self.check_row.setSpacing(12)
        self.check_row.setObjectName(u"check_row")
        self.check_result = QLabel(self.check_card)
        self.check_result.setObjectName(u"check_result")
        self.check_result.setTextFormat(Qt.TextFormat.PlainText)
        self.check_result.setWordWrap(True)

        self.check_row.addWidget(self.check_result)

        self.check = QPushButton(self.check_card)
        self.check.setObjectName(u"check")

        self.check_row.addWidget(self.check)

        self.check_row.setStretch(0, 1)

        self.check_card_column.addLayout(self.check_row)


        self.column.addWidget(self.check_card)

        self.holiday_card = QFrame(SettingsPage)
        self.holiday_card.setObjectName(u"holiday_card")
        self.holiday_card_column = QVBoxLayout(self.holiday_card)
        self.holiday_card_column.setSpacing(8)
        self.holiday_card_column.setObjectName(u"holiday_card_column")
        self.holiday_card_column.setContentsMargins(16, 12, 16, 16)
        self.holiday_heading = QLabel(self.holiday_card)
        self.holiday_heading.setObjectName(u"holiday_heading")
        self.holiday_heading.setTextFormat(Qt.TextFormat.PlainText)

        self.holiday_card_column.addWidget(self.holiday_heading)

        self.holiday_row = QHBoxLayout()
        self.holiday_row.setSpacing(12)
        self.holiday_row.setObjectName(u"holiday_row")
        self.holiday_years = QLabel(self.holiday_card)
        self.holiday_years.setObjectName(u"holiday_years")
        self.holiday_years.setTextFormat(Qt.TextFormat.PlainText)
        self.holiday_years.setWordWrap(True)

        self.holiday_row.addWidget(self.holiday_years)

        self.open_holidays = QPushButton(self.holiday_card)
        self.open_holidays.setObjectName(u"open_holidays")

        self.holiday_row.addWidget(self.open_holidays)

        self.holiday_row.setStretch(0, 1)

        self.holiday_card_column.addLayout(self.holiday_row)

        self.holiday_hint = QLabel(self.holiday_card)
        self.holiday_hint.setObjectName(u"holiday_hint")
        self.holiday_hint.setTextFormat(Qt.TextFormat.PlainText)
        self.holiday_hint.setWordWrap(True)

        self.holiday_card_column.addWidget(self.holiday_hint)


        self.column.addWidget(self.holiday_card)

        self.about_card = QFrame(SettingsPage)
        self.about_card.setObjectName(u"about_card")
        self.about_card_column = QVBoxLayout(self.about_card)
        self.about_card_column.setSpacing(8)
        self.about_card_column.setObjectName(u"about_card_column")
        self.about_card_column.setContentsMargins(16, 12, 16, 16)
        self.about_heading = QLabel(self.about_card)
        self.about_heading.setObjectName(u"about_heading")
        self.about_heading.setTextFormat(Qt.TextFormat.PlainText)

        self.about_card_column.addWidget(self.about_heading)

        self.about = QLabel(self.about_card)
        self.about.setObjectName(u"about")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.about_card_column.addWidget(self.about)


        self.column.addWidget(self.about_card)

        self.space_below = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space_below)

        QWidget.setTabOrder(self.officer, self.scheme_system)
        QWidget.setTabOrder(self.scheme_system, self.scheme_light)
        QWidget.setTabOrder(self.scheme_light, self.scheme_dark)
        QWidget.setTabOrder(self.scheme_dark, self.quiet)
        QWidget.setTabOrder(self.quiet, self.closing_quit)
        QWidget.setTabOrder(self.closing_quit, self.closing_tray)
        QWidget.setTabOrder(self.closing_tray, self.autostart)
        QWidget.setTabOrder(self.autostart, self.lead_plans)
        QWidget.setTabOrder(self.lead_plans, self.try_messages)
        QWidget.setTabOrder(self.try_messages, self.open_data)
        QWidget.setTabOrder(self.open_data, self.back_up)
        QWidget.setTabOrder(self.back_up, self.open_backups)
        QWidget.setTabOrder(self.open_backups, self.check)
        QWidget.setTabOrder(self.check, self.open_holidays)

        self.retranslateUi(SettingsPage)

        QMetaObject.connectSlotsByName(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        self.officer_heading.setText(QCoreApplication.translate("SettingsPage", u"\u8054\u7edc\u5458", None))
        self.officer_heading.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"heading", None))
        self.officer_label.setText(QCoreApplication.translate("SettingsPage", u"\u59d3\u540d", None))
#if QT_CONFIG(accessibility)
        self.officer.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u8054\u7edc\u5458\u59d3\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.officer_hint.setText(QCoreApplication.translate("SettingsPage", u"\u529e\u7406\u6536\u4ef6\u3001\u5ba1\u6838\u7b49\u5404\u6b65\u65f6\uff0c\u8bb0\u5728\u201c\u7ecf\u529e\u4eba\u201d\u4e00\u680f\u3002", None))
        self.officer_hint.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"secondary", None))
        self.look_heading.setText(QCoreApplication.translate("SettingsPage", u"\u5916\u89c2", None))
        self.look_heading.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"heading", None))
        self.scheme_system.setText(QCoreApplication.translate("SettingsPage", u"\u8ddf\u968f\u7cfb\u7edf", None))
        self.scheme_light.setText(QCoreApplication.translate("SettingsPage", u"\u6d45\u8272", None))
        self.scheme_dark.setText(QCoreApplication.translate("SettingsPage", u"\u6df1\u8272", None))
        self.reminder_heading.setText(QCoreApplication.translate("SettingsPage", u"\u63d0\u9192", None))
        self.reminder_heading.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"heading", None))
        self.quiet_label.setText(QCoreApplication.translate("SettingsPage", u"\u514d\u6253\u6270\u65f6\u6bb5", None))
        self.quiet.setPlaceholderText(QCoreApplication.translate("SettingsPage", u"\u4f8b\u5982 12:00-13:30\uff0c18:00-08:30", None))
#if QT_CONFIG(accessibility)
        self.quiet.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u514d\u6253\u6270\u65f6\u6bb5", None))
#endif // QT_CONFIG(accessibility)
        self.quiet_hint.setText(QCoreApplication.translate("SettingsPage", u"\u8fd9\u4e9b\u65f6\u6bb5\u91cc\u4e0d\u5f39\u51fa\u6d88\u606f\uff0c\u8fc7\u540e\u8865\u4e0a\uff1b\u7a97\u53e3\u91cc\u7684\u63d0\u9192\u7167\u5e38\u663e\u793a\u3002", None))
        self.quiet_hint.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"secondary", None))
        self.quiet_error.setText("")
        self.quiet_error.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"error", None))
        self.closing_label.setText(QCoreApplication.translate("SettingsPage", u"\u5173\u95ed\u7a97\u53e3\u65f6", None))
        self.closing_quit.setText(QCoreApplication.translate("SettingsPage", u"\u9000\u51fa\uff0c\u4e0d\u518d\u63d0\u9192", None))
        self.closing_tray.setText(QCoreApplication.translate("SettingsPage", u"\u6536\u8fdb\u6258\u76d8\uff0c\u7ee7\u7eed\u63d0\u9192", None))
        self.closing_hint.setText("")
        self.closing_hint.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"secondary", None))
        self.autostart.setText(QCoreApplication.translate("SettingsPage", u"\u767b\u5f55\u7535\u8111\u540e\u81ea\u52a8\u8fd0\u884c", None))
        self.autostart_state.setText("")
        self.autostart_state.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"secondary", None))
        self.lead_plans.setText(QCoreApplication.translate("SettingsPage", u"\u63d0\u9192\u65f6\u95f4\u2026", None))
        self.try_messages.setText(QCoreApplication.translate("SettingsPage", u"\u6d4b\u8bd5\u63d0\u9192", None))
        self.message_result.setText(QCoreApplication.translate("SettingsPage", u"\u201c\u6d4b\u8bd5\u63d0\u9192\u201d\u4f1a\u53d1\u4e00\u6761\u6d88\u606f\uff0c\u5e76\u8bf4\u660e\u54ea\u4e9b\u6e20\u9053\u80fd\u7528\u3002", None))
        self.message_result.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"secondary", None))
        self.data_heading.setText(QCoreApplication.translate("SettingsPage", u"\u6570\u636e\u6587\u4ef6\u5939", None))
        self.data_heading.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"heading", None))
        self.data_path.setText("")
        self.open_data.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00", None))
        self.data_hint.setText(QCoreApplication.translate("SettingsPage", u"\u5168\u90e8\u6570\u636e\u90fd\u5728\u8fd9\u53f0\u7535\u8111\u7684\u8fd9\u4e2a\u6587\u4ef6\u5939\u91cc\uff0c\u4e0d\u4f1a\u4f20\u5230\u7f51\u4e0a\u3002", None))
        self.data_hint.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"secondary", None))
        self.backup_heading.setText(QCoreApplication.translate("SettingsPage", u"\u5907\u4efd", None))
        self.backup_heading.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"heading", None))
        self.backup_newest.setText("")
        self.back_up.setText(QCoreApplication.translate("SettingsPage", u"\u7acb\u5373\u5907\u4efd", None))
        self.open_backups.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00\u6587\u4ef6\u5939", None))
#if QT_CONFIG(accessibility)
        self.backups.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u8981\u6062\u590d\u7684\u5907\u4efd", None))
#endif // QT_CONFIG(accessibility)
        self.restore.setText(QCoreApplication.translate("SettingsPage", u"\u6062\u590d\u2026", None))
        self.backup_hint.setText(QCoreApplication.translate("SettingsPage", u"\u6062\u590d\u65f6\u7ec3\u5175\u53f0\u4f1a\u91cd\u65b0\u6253\u5f00\u3002\u73b0\u5728\u7684\u6570\u636e\u6587\u4ef6\u53e6\u5b58\u5728\u6570\u636e\u6587\u4ef6\u5939\u91cc\uff0c\u6536\u5230\u7684\u539f\u4ef6\u90fd\u4e0d\u52a8\u3002", None))
        self.backup_hint.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"secondary", None))
        self.check_heading.setText(QCoreApplication.translate("SettingsPage", u"\u68c0\u67e5\u6570\u636e", None))
        self.check_heading.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"heading", None))
        self.check_result.setText(QCoreApplication.translate("SettingsPage", u"\u6838\u5bf9\u6570\u636e\u6587\u4ef6\uff0c\u5e76\u9010\u4e2a\u6838\u5bf9\u9644\u4ef6\u5185\u5bb9\u662f\u5426\u4e0e\u6536\u5230\u65f6\u4e00\u81f4\u3002", None))
        self.check.setText(QCoreApplication.translate("SettingsPage", u"\u5f00\u59cb\u68c0\u67e5", None))
        self.holiday_heading.setText(QCoreApplication.translate("SettingsPage", u"\u8282\u5047\u65e5", None))
        self.holiday_heading.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"heading", None))
        self.holiday_years.setText("")
        self.open_holidays.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00\u6587\u4ef6\u5939", None))
        self.holiday_hint.setText("")
        self.holiday_hint.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"secondary", None))
        self.about_heading.setText(QCoreApplication.translate("SettingsPage", u"\u5173\u4e8e", None))
        self.about_heading.setProperty(u"kind", QCoreApplication.translate("SettingsPage", u"heading", None))
        self.about.setText("")
        pass
    # retranslateUi

