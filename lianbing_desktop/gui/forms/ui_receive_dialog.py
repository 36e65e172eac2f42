# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'receive_dialog.ui'
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
    QDialogButtonBox, QFormLayout, QLabel, QLineEdit,
    QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget)

from lianbing_desktop.gui.submissions.file_list import FileList

class Ui_ReceiveDialog(object):
    def setupUi(self, ReceiveDialog):
        if not ReceiveDialog.objectName():
            ReceiveDialog.setObjectName(u"ReceiveDialog")
        ReceiveDialog.resize(560, 480)
        ReceiveDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(ReceiveDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.heading = QLabel(ReceiveDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.PlainText)
        self.heading.setWordWrap(True)

        self.column.addWidget(self.heading)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setLabelAlignment(Qt.AlignLeft|Qt.AlignTop)
        self.form.setFieldGrowthPolicy(QFormLayout.ExpandingFieldsGrow)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.filesLabel = QLabel(ReceiveDialog)
        self.filesLabel.setObjectName(u"filesLabel")
        self.filesLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(0, QFormLayout.LabelRole, self.filesLabel)

        self.files = FileList(ReceiveDialog)
        self.files.setObjectName(u"files")
        self.files.setMinimumSize(QSize(0, 132))

        self.form.setWidget(0, QFormLayout.FieldRole, self.files)

        self.onLabel = QLabel(ReceiveDialog)
        self.onLabel.setObjectName(u"onLabel")
        self.onLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(1, QFormLayout.LabelRole, self.onLabel)

        self.on = QDateEdit(ReceiveDialog)
        self.on.setObjectName(u"on")
        self.on.setMinimumSize(QSize(176, 0))
        self.on.setMaximumSize(QSize(176, 16777215))
        self.on.setCalendarPopup(True)

        self.form.setWidget(1, QFormLayout.FieldRole, self.on)

        self.personLabel = QLabel(ReceiveDialog)
        self.personLabel.setObjectName(u"personLabel")
        self.personLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(2, QFormLayout.LabelRole, self.personLabel)

        self.person = QLineEdit(ReceiveDialog)
        self.person.setObjectName(u"person")
        self.person.setMaxLength(40)

        self.form.setWidget(2, QFormLayout.FieldRole, self.person)

        self.noteLabel = QLabel(ReceiveDialog)
        self.noteLabel.setObjectName(u"noteLabel")
        self.noteLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(3, QFormLayout.LabelRole, self.noteLabel)

        self.note = QPlainTextEdit(ReceiveDialog)
        self.note.setObjectName(u"note")
        self.note.setMinimumSize(QSize(0, 56))
        self.note.setTabChangesFocus(True)

        self.form.setWidget(3, QFormLayout.FieldRole, self.note)


        self.column.addLayout(self.form)

        self.error = QLabel(ReceiveDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.buttons = QDialogButtonBox(ReceiveDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.filesLabel.setBuddy(self.files)
        self.onLabel.setBuddy(self.on)
        self.personLabel.setBuddy(self.person)
        self.noteLabel.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.files, self.on)
        QWidget.setTabOrder(self.on, self.person)
        QWidget.setTabOrder(self.person, self.note)
        QWidget.setTabOrder(self.note, self.buttons)

        self.retranslateUi(ReceiveDialog)

        QMetaObject.connectSlotsByName(ReceiveDialog)
    # setupUi

    def retranslateUi(self, ReceiveDialog):
        ReceiveDialog.setWindowTitle(QCoreApplication.translate("ReceiveDialog", u"\u6536\u4ef6", None))
        self.filesLabel.setText(QCoreApplication.translate("ReceiveDialog", u"\u6587\u4ef6", None))
        self.onLabel.setText(QCoreApplication.translate("ReceiveDialog", u"\u6536\u5230\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.on.setAccessibleName(QCoreApplication.translate("ReceiveDialog", u"\u6536\u5230\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.on.setDisplayFormat(QCoreApplication.translate("ReceiveDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.personLabel.setText(QCoreApplication.translate("ReceiveDialog", u"\u7ecf\u529e\u4eba", None))
#if QT_CONFIG(accessibility)
        self.person.setAccessibleName(QCoreApplication.translate("ReceiveDialog", u"\u7ecf\u529e\u4eba", None))
#endif // QT_CONFIG(accessibility)
        self.noteLabel.setText(QCoreApplication.translate("ReceiveDialog", u"\u5907\u6ce8", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("ReceiveDialog", u"\u5907\u6ce8", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

