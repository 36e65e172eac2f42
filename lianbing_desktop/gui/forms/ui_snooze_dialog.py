# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'snooze_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDateEdit, QDialog,
    QDialogButtonBox, QFormLayout, QLabel, QSizePolicy,
    QTimeEdit, QVBoxLayout, QWidget)

class Ui_SnoozeDialog(object):
    def setupUi(self, SnoozeDialog):
        if not SnoozeDialog.objectName():
            SnoozeDialog.setObjectName(u"SnoozeDialog")
        SnoozeDialog.resize(360, 200)
        SnoozeDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(SnoozeDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setLabelAlignment(Qt.AlignLeft|Qt.AlignTop)
        self.fields.setHorizontalSpacing(16)
        self.fields.setVerticalSpacing(12)
        self.onLabel = QLabel(SnoozeDialog)
        self.onLabel.setObjectName(u"onLabel")
        self.onLabel.setTextFormat(Qt.PlainText)

        self.fields.setWidget(0, QFormLayout.LabelRole, self.onLabel)

        self.on = QDateEdit(SnoozeDialog)
        self.on.setObjectName(u"on")
        self.on.setMinimumSize(QSize(176, 0))
        self.on.setCalendarPopup(True)

        self.fields.setWidget(0, QFormLayout.FieldRole, self.on)

        self.atLabel = QLabel(SnoozeDialog)
        self.atLabel.setObjectName(u"atLabel")
        self.atLabel.setTextFormat(Qt.PlainText)

        self.fields.setWidget(1, QFormLayout.LabelRole, self.atLabel)

        self.at = QTimeEdit(SnoozeDialog)
        self.at.setObjectName(u"at")
        self.at.setMinimumSize(QSize(96, 0))

        self.fields.setWidget(1, QFormLayout.FieldRole, self.at)


        self.column.addLayout(self.fields)

        self.error = QLabel(SnoozeDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.buttons = QDialogButtonBox(SnoozeDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.onLabel.setBuddy(self.on)
        self.atLabel.setBuddy(self.at)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.on, self.at)
        QWidget.setTabOrder(self.at, self.buttons)

        self.retranslateUi(SnoozeDialog)

        QMetaObject.connectSlotsByName(SnoozeDialog)
    # setupUi

    def retranslateUi(self, SnoozeDialog):
        SnoozeDialog.setWindowTitle(QCoreApplication.translate("SnoozeDialog", u"\u63a8\u8fdf\u5230\u6307\u5b9a\u65f6\u95f4", None))
        self.onLabel.setText(QCoreApplication.translate("SnoozeDialog", u"\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.on.setAccessibleName(QCoreApplication.translate("SnoozeDialog", u"\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.on.setDisplayFormat(QCoreApplication.translate("SnoozeDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.atLabel.setText(QCoreApplication.translate("SnoozeDialog", u"\u65f6\u523b", None))
#if QT_CONFIG(accessibility)
        self.at.setAccessibleName(QCoreApplication.translate("SnoozeDialog", u"\u65f6\u523b", None))
#endif // QT_CONFIG(accessibility)
        self.at.setDisplayFormat(QCoreApplication.translate("SnoozeDialog", u"HH:mm", None))
    # retranslateUi

