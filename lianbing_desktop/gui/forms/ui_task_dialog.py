# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'task_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDateEdit, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QListWidget, QListWidgetItem,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_TaskDialog(object):
    def setupUi(self, TaskDialog):
        if not TaskDialog.objectName():
            TaskDialog.setObjectName(u"TaskDialog")
        TaskDialog.resize(640, 600)
        TaskDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(TaskDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setLabelAlignment(Qt.AlignLeft|Qt.AlignTop)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.stageLabel = QLabel(TaskDialog)
        self.stageLabel.setObjectName(u"stageLabel")

        self.form.setWidget(0, QFormLayout.LabelRole, self.stageLabel)

        self.stage = QLabel(TaskDialog)
        self.stage.setObjectName(u"stage")
        self.stage.setTextFormat(Qt.PlainText)
        self.stage.setWordWrap(True)

        self.form.setWidget(0, QFormLayout.FieldRole, self.stage)

        self.textLabel = QLabel(TaskDialog)
        self.textLabel.setObjectName(u"textLabel")

        self.form.setWidget(1, QFormLayout.LabelRole, self.textLabel)

        self.text = QPlainTextEdit(TaskDialog)
        self.text.setObjectName(u"text")
        self.text.setMinimumSize(QSize(0, 128))
        self.text.setTabChangesFocus(True)

        self.form.setWidget(1, QFormLayout.FieldRole, self.text)

        self.startLabel = QLabel(TaskDialog)
        self.startLabel.setObjectName(u"startLabel")

        self.form.setWidget(2, QFormLayout.LabelRole, self.startLabel)

        self.days = QHBoxLayout()
        self.days.setSpacing(16)
        self.days.setObjectName(u"days")
        self.start = QDateEdit(TaskDialog)
        self.start.setObjectName(u"start")
        self.start.setMinimumSize(QSize(168, 0))
        self.start.setCalendarPopup(True)

        self.days.addWidget(self.start)

        self.dueLabel = QLabel(TaskDialog)
        self.dueLabel.setObjectName(u"dueLabel")

        self.days.addWidget(self.dueLabel)

        self.due = QDateEdit(TaskDialog)
        self.due.setObjectName(u"due")
        self.due.setMinimumSize(QSize(168, 0))
        self.due.setCalendarPopup(True)

        self.days.addWidget(self.due)

        self.daysRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.days.addItem(self.daysRest)


        self.form.setLayout(2, QFormLayout.FieldRole, self.days)

        self.secondary = QLabel(TaskDialog)
        self.secondary.setObjectName(u"secondary")
        self.secondary.setWordWrap(True)

        self.form.setWidget(3, QFormLayout.FieldRole, self.secondary)

        self.unitsLabel = QLabel(TaskDialog)
        self.unitsLabel.setObjectName(u"unitsLabel")

        self.form.setWidget(4, QFormLayout.LabelRole, self.unitsLabel)

        self.units = QListWidget(TaskDialog)
        self.units.setObjectName(u"units")
        self.units.setMinimumSize(QSize(0, 144))
        self.units.setTabKeyNavigation(False)

        self.form.setWidget(4, QFormLayout.FieldRole, self.units)

        self.noteLabel = QLabel(TaskDialog)
        self.noteLabel.setObjectName(u"noteLabel")

        self.form.setWidget(5, QFormLayout.LabelRole, self.noteLabel)

        self.note = QPlainTextEdit(TaskDialog)
        self.note.setObjectName(u"note")
        self.note.setMinimumSize(QSize(0, 56))
        self.note.setMaximumSize(QSize(16777215, 80))
        self.note.setTabChangesFocus(True)

        self.form.setWidget(5, QFormLayout.FieldRole, self.note)


        self.column.addLayout(self.form)

        self.error = QLabel(TaskDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttonsRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsRest)

        self.cancel = QPushButton(TaskDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.primary = QPushButton(TaskDialog)
        self.primary.setObjectName(u"primary")
        self.primary.setAutoDefault(False)

        self.buttons.addWidget(self.primary)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.textLabel.setBuddy(self.text)
        self.startLabel.setBuddy(self.start)
        self.dueLabel.setBuddy(self.due)
        self.unitsLabel.setBuddy(self.units)
        self.noteLabel.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.text, self.start)
        QWidget.setTabOrder(self.start, self.due)
        QWidget.setTabOrder(self.due, self.units)
        QWidget.setTabOrder(self.units, self.note)
        QWidget.setTabOrder(self.note, self.primary)
        QWidget.setTabOrder(self.primary, self.cancel)

        self.retranslateUi(TaskDialog)

        QMetaObject.connectSlotsByName(TaskDialog)
    # setupUi

    def retranslateUi(self, TaskDialog):
        TaskDialog.setWindowTitle(QCoreApplication.translate("TaskDialog", u"\u7f16\u8f91\u4efb\u52a1", None))
        self.stageLabel.setText(QCoreApplication.translate("TaskDialog", u"\u65f6\u95f4\u8282\u70b9", None))
        self.textLabel.setText(QCoreApplication.translate("TaskDialog", u"\u4efb\u52a1\u53ca\u8981\u6c42", None))
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("TaskDialog", u"\u4efb\u52a1\u53ca\u8981\u6c42", None))
#endif // QT_CONFIG(accessibility)
        self.startLabel.setText(QCoreApplication.translate("TaskDialog", u"\u5f00\u59cb\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.start.setAccessibleName(QCoreApplication.translate("TaskDialog", u"\u5f00\u59cb\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.start.setDisplayFormat(QCoreApplication.translate("TaskDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.dueLabel.setText(QCoreApplication.translate("TaskDialog", u"\u622a\u6b62\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.due.setAccessibleName(QCoreApplication.translate("TaskDialog", u"\u622a\u6b62\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.due.setDisplayFormat(QCoreApplication.translate("TaskDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.secondary.setText(QCoreApplication.translate("TaskDialog", u"\u5404\u62a5\u9001\u4ef6\u7684\u622a\u6b62\u65e5\u671f\u7531\u62a5\u9001\u8981\u6c42\u51b3\u5b9a\uff0c\u4e0d\u968f\u8fd9\u91cc\u6539\u53d8\u3002", None))
        self.unitsLabel.setText(QCoreApplication.translate("TaskDialog", u"\u8d23\u4efb\u90e8\u95e8", None))
#if QT_CONFIG(accessibility)
        self.units.setAccessibleName(QCoreApplication.translate("TaskDialog", u"\u8d23\u4efb\u90e8\u95e8", None))
#endif // QT_CONFIG(accessibility)
        self.noteLabel.setText(QCoreApplication.translate("TaskDialog", u"\u5907\u6ce8", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("TaskDialog", u"\u5907\u6ce8", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("TaskDialog", u"\u53d6\u6d88", None))
        self.primary.setText(QCoreApplication.translate("TaskDialog", u"\u4fdd\u5b58\uff08Ctrl+\u56de\u8f66\uff09", None))
    # retranslateUi

