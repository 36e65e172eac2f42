# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'contact_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QGridLayout, QLabel, QLineEdit, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_ContactDialog(object):
    def setupUi(self, ContactDialog):
        if not ContactDialog.objectName():
            ContactDialog.setObjectName(u"ContactDialog")
        ContactDialog.resize(480, 280)
        ContactDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(ContactDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.form = QGridLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.nameLabel = QLabel(ContactDialog)
        self.nameLabel.setObjectName(u"nameLabel")
        self.nameLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.nameLabel, 0, 0, 1, 1)

        self.name = QLineEdit(ContactDialog)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(100)

        self.form.addWidget(self.name, 0, 1, 1, 1)

        self.valueLabel = QLabel(ContactDialog)
        self.valueLabel.setObjectName(u"valueLabel")
        self.valueLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.valueLabel, 1, 0, 1, 1)

        self.value = QLineEdit(ContactDialog)
        self.value.setObjectName(u"value")
        self.value.setMaxLength(30)

        self.form.addWidget(self.value, 1, 1, 1, 1)

        self.noteLabel = QLabel(ContactDialog)
        self.noteLabel.setObjectName(u"noteLabel")
        self.noteLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.noteLabel, 2, 0, 1, 1)

        self.note = QLineEdit(ContactDialog)
        self.note.setObjectName(u"note")
        self.note.setMaxLength(200)

        self.form.addWidget(self.note, 2, 1, 1, 1)

        self.form.setColumnStretch(1, 1)

        self.column.addLayout(self.form)

        self.remark = QLabel(ContactDialog)
        self.remark.setObjectName(u"remark")
        self.remark.setTextFormat(Qt.PlainText)
        self.remark.setWordWrap(True)

        self.column.addWidget(self.remark)

        self.error = QLabel(ContactDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

        self.buttons = QDialogButtonBox(ContactDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.name)
        self.valueLabel.setBuddy(self.value)
        self.noteLabel.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.value)
        QWidget.setTabOrder(self.value, self.note)
        QWidget.setTabOrder(self.note, self.buttons)

        self.retranslateUi(ContactDialog)

        QMetaObject.connectSlotsByName(ContactDialog)
    # setupUi

    def retranslateUi(self, ContactDialog):
        ContactDialog.setWindowTitle(QCoreApplication.translate("ContactDialog", u"\u5de5\u4f5cQQ\u7fa4", None))
        self.nameLabel.setText(QCoreApplication.translate("ContactDialog", u"\u7fa4\u540d\u79f0", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("ContactDialog", u"\u7fa4\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.valueLabel.setText(QCoreApplication.translate("ContactDialog", u"\u7fa4\u53f7", None))
#if QT_CONFIG(accessibility)
        self.value.setAccessibleName(QCoreApplication.translate("ContactDialog", u"\u7fa4\u53f7", None))
#endif // QT_CONFIG(accessibility)
        self.noteLabel.setText(QCoreApplication.translate("ContactDialog", u"\u5907\u6ce8", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("ContactDialog", u"\u5907\u6ce8", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

