# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'entry_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QComboBox, QDateEdit,
    QDialog, QDialogButtonBox, QFormLayout, QLabel,
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_EntryDialog(object):
    def setupUi(self, EntryDialog):
        if not EntryDialog.objectName():
            EntryDialog.setObjectName(u"EntryDialog")
        EntryDialog.resize(560, 360)
        EntryDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(EntryDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setLabelAlignment(Qt.AlignLeft|Qt.AlignTop)
        self.form.setFieldGrowthPolicy(QFormLayout.ExpandingFieldsGrow)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.requirementLabel = QLabel(EntryDialog)
        self.requirementLabel.setObjectName(u"requirementLabel")
        self.requirementLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(0, QFormLayout.LabelRole, self.requirementLabel)

        self.requirement = QComboBox(EntryDialog)
        self.requirement.setObjectName(u"requirement")
        self.requirement.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.requirement.setMinimumContentsLength(24)

        self.form.setWidget(0, QFormLayout.FieldRole, self.requirement)

        self.unitLabel = QLabel(EntryDialog)
        self.unitLabel.setObjectName(u"unitLabel")
        self.unitLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(1, QFormLayout.LabelRole, self.unitLabel)

        self.unit = QComboBox(EntryDialog)
        self.unit.setObjectName(u"unit")
        self.unit.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(24)

        self.form.setWidget(1, QFormLayout.FieldRole, self.unit)

        self.onLabel = QLabel(EntryDialog)
        self.onLabel.setObjectName(u"onLabel")
        self.onLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(2, QFormLayout.LabelRole, self.onLabel)

        self.on = QDateEdit(EntryDialog)
        self.on.setObjectName(u"on")
        self.on.setMinimumSize(QSize(176, 0))
        self.on.setMaximumSize(QSize(176, 16777215))
        self.on.setCalendarPopup(True)

        self.form.setWidget(2, QFormLayout.FieldRole, self.on)

        self.labelLabel = QLabel(EntryDialog)
        self.labelLabel.setObjectName(u"labelLabel")
        self.labelLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(3, QFormLayout.LabelRole, self.labelLabel)

        self.label = QLineEdit(EntryDialog)
        self.label.setObjectName(u"label")
        self.label.setMaxLength(200)

        self.form.setWidget(3, QFormLayout.FieldRole, self.label)

        self.dueLabel = QLabel(EntryDialog)
        self.dueLabel.setObjectName(u"dueLabel")
        self.dueLabel.setTextFormat(Qt.PlainText)

        self.form.setWidget(4, QFormLayout.LabelRole, self.dueLabel)

        self.due = QLabel(EntryDialog)
        self.due.setObjectName(u"due")
        self.due.setTextFormat(Qt.PlainText)
        self.due.setWordWrap(True)

        self.form.setWidget(4, QFormLayout.FieldRole, self.due)


        self.column.addLayout(self.form)

        self.remark = QLabel(EntryDialog)
        self.remark.setObjectName(u"remark")
        self.remark.setTextFormat(Qt.PlainText)
        self.remark.setWordWrap(True)

        self.column.addWidget(self.remark)

        self.error = QLabel(EntryDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

        self.buttons = QDialogButtonBox(EntryDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.requirementLabel.setBuddy(self.requirement)
        self.unitLabel.setBuddy(self.unit)
        self.onLabel.setBuddy(self.on)
        self.labelLabel.setBuddy(self.label)
        self.dueLabel.setBuddy(self.due)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.requirement, self.unit)
        QWidget.setTabOrder(self.unit, self.on)
        QWidget.setTabOrder(self.on, self.label)
        QWidget.setTabOrder(self.label, self.buttons)

        self.retranslateUi(EntryDialog)

        QMetaObject.connectSlotsByName(EntryDialog)
    # setupUi

    def retranslateUi(self, EntryDialog):
        EntryDialog.setWindowTitle(QCoreApplication.translate("EntryDialog", u"\u767b\u8bb0\u4e00\u4ef6", None))
        self.requirementLabel.setText(QCoreApplication.translate("EntryDialog", u"\u62a5\u9001\u8981\u6c42", None))
#if QT_CONFIG(accessibility)
        self.requirement.setAccessibleName(QCoreApplication.translate("EntryDialog", u"\u62a5\u9001\u8981\u6c42", None))
#endif // QT_CONFIG(accessibility)
        self.unitLabel.setText(QCoreApplication.translate("EntryDialog", u"\u5355\u4f4d", None))
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("EntryDialog", u"\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.onLabel.setText(QCoreApplication.translate("EntryDialog", u"\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.on.setAccessibleName(QCoreApplication.translate("EntryDialog", u"\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.on.setDisplayFormat(QCoreApplication.translate("EntryDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.labelLabel.setText(QCoreApplication.translate("EntryDialog", u"\u540d\u79f0\u6216\u6587\u53f7", None))
#if QT_CONFIG(accessibility)
        self.label.setAccessibleName(QCoreApplication.translate("EntryDialog", u"\u540d\u79f0\u6216\u6587\u53f7", None))
#endif // QT_CONFIG(accessibility)
        self.label.setPlaceholderText(QCoreApplication.translate("EntryDialog", u"\u4f8b\u5982\uff1a\u82cf\u73af\u7f5a\u5b57\u30142017\u301512\u53f7", None))
        self.dueLabel.setText(QCoreApplication.translate("EntryDialog", u"\u622a\u6b62", None))
    # retranslateUi

