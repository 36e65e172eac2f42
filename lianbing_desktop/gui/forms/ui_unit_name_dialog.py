# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'unit_name_dialog.ui'
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
    QDialogButtonBox, QGridLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_UnitNameDialog(object):
    def setupUi(self, UnitNameDialog):
        if not UnitNameDialog.objectName():
            UnitNameDialog.setObjectName(u"UnitNameDialog")
        UnitNameDialog.resize(520, 300)
        UnitNameDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(UnitNameDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.form = QGridLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.currentLabel = QLabel(UnitNameDialog)
        self.currentLabel.setObjectName(u"currentLabel")
        self.currentLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.currentLabel, 0, 0, 1, 1)

        self.current = QLabel(UnitNameDialog)
        self.current.setObjectName(u"current")
        self.current.setTextFormat(Qt.PlainText)
        self.current.setWordWrap(True)

        self.form.addWidget(self.current, 0, 1, 1, 1)

        self.nameLabel = QLabel(UnitNameDialog)
        self.nameLabel.setObjectName(u"nameLabel")
        self.nameLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.nameLabel, 1, 0, 1, 1)

        self.name = QLineEdit(UnitNameDialog)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(100)

        self.form.addWidget(self.name, 1, 1, 1, 1)

        self.shortLabel = QLabel(UnitNameDialog)
        self.shortLabel.setObjectName(u"shortLabel")
        self.shortLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.shortLabel, 2, 0, 1, 1)

        self.short = QLineEdit(UnitNameDialog)
        self.short.setObjectName(u"short")
        self.short.setMaxLength(30)

        self.form.addWidget(self.short, 2, 1, 1, 1)

        self.sinceLabel = QLabel(UnitNameDialog)
        self.sinceLabel.setObjectName(u"sinceLabel")
        self.sinceLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.sinceLabel, 3, 0, 1, 1)

        self.since = QDateEdit(UnitNameDialog)
        self.since.setObjectName(u"since")
        self.since.setMinimumSize(QSize(176, 0))
        self.since.setMaximumSize(QSize(176, 16777215))
        self.since.setCalendarPopup(True)

        self.form.addWidget(self.since, 3, 1, 1, 1, Qt.AlignLeft)

        self.noteLabel = QLabel(UnitNameDialog)
        self.noteLabel.setObjectName(u"noteLabel")
        self.noteLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.noteLabel, 4, 0, 1, 1)

        self.note = QLineEdit(UnitNameDialog)
        self.note.setObjectName(u"note")
        self.note.setMaxLength(200)

        self.form.addWidget(self.note, 4, 1, 1, 1)

        self.form.setColumnStretch(1, 1)

        self.column.addLayout(self.form)

        self.remark = QLabel(UnitNameDialog)
        self.remark.setObjectName(u"remark")
        self.remark.setTextFormat(Qt.PlainText)
        self.remark.setWordWrap(True)

        self.column.addWidget(self.remark)

        self.error = QLabel(UnitNameDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

        self.buttons = QDialogButtonBox(UnitNameDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.name)
        self.shortLabel.setBuddy(self.short)
        self.sinceLabel.setBuddy(self.since)
        self.noteLabel.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.short)
        QWidget.setTabOrder(self.short, self.since)
        QWidget.setTabOrder(self.since, self.note)
        QWidget.setTabOrder(self.note, self.buttons)

        self.retranslateUi(UnitNameDialog)

        QMetaObject.connectSlotsByName(UnitNameDialog)
    # setupUi

    def retranslateUi(self, UnitNameDialog):
        UnitNameDialog.setWindowTitle(QCoreApplication.translate("UnitNameDialog", u"\u767b\u8bb0\u65b0\u540d\u79f0", None))
        self.currentLabel.setText(QCoreApplication.translate("UnitNameDialog", u"\u73b0\u7528\u540d\u79f0", None))
        self.nameLabel.setText(QCoreApplication.translate("UnitNameDialog", u"\u65b0\u540d\u79f0", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("UnitNameDialog", u"\u65b0\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("UnitNameDialog", u"\u4f8b\u5982\uff1a\u82cf\u5dde\u5e02\u5f20\u5bb6\u6e2f\u751f\u6001\u73af\u5883\u5c40", None))
        self.shortLabel.setText(QCoreApplication.translate("UnitNameDialog", u"\u7b80\u79f0", None))
#if QT_CONFIG(accessibility)
        self.short.setAccessibleName(QCoreApplication.translate("UnitNameDialog", u"\u7b80\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.short.setPlaceholderText(QCoreApplication.translate("UnitNameDialog", u"\u7559\u7a7a\u5219\u7528\u5168\u79f0", None))
        self.sinceLabel.setText(QCoreApplication.translate("UnitNameDialog", u"\u8d77\u7528\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.since.setAccessibleName(QCoreApplication.translate("UnitNameDialog", u"\u8d77\u7528\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.since.setDisplayFormat(QCoreApplication.translate("UnitNameDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.noteLabel.setText(QCoreApplication.translate("UnitNameDialog", u"\u4f9d\u636e", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("UnitNameDialog", u"\u4f9d\u636e", None))
#endif // QT_CONFIG(accessibility)
        self.note.setPlaceholderText(QCoreApplication.translate("UnitNameDialog", u"\u4f8b\u5982\uff1a\u673a\u6784\u6539\u9769\u65b9\u6848\u3001\u66f4\u540d\u901a\u77e5\u7684\u6587\u53f7", None))
    # retranslateUi

