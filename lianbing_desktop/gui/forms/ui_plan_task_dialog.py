# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'plan_task_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QDateEdit, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QLineEdit,
    QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_PlanTaskDialog(object):
    def setupUi(self, PlanTaskDialog):
        if not PlanTaskDialog.objectName():
            PlanTaskDialog.setObjectName(u"PlanTaskDialog")
        PlanTaskDialog.resize(680, 640)
        PlanTaskDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(PlanTaskDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.caution = QLabel(PlanTaskDialog)
        self.caution.setObjectName(u"caution")
        self.caution.setTextFormat(Qt.PlainText)
        self.caution.setWordWrap(True)

        self.column.addWidget(self.caution)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setLabelAlignment(Qt.AlignLeft|Qt.AlignTop)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        self.textLabel = QLabel(PlanTaskDialog)
        self.textLabel.setObjectName(u"textLabel")

        self.form.setWidget(0, QFormLayout.LabelRole, self.textLabel)

        self.text = QPlainTextEdit(PlanTaskDialog)
        self.text.setObjectName(u"text")
        self.text.setMinimumSize(QSize(0, 96))
        self.text.setTabChangesFocus(True)

        self.form.setWidget(0, QFormLayout.FieldRole, self.text)

        self.parts = QHBoxLayout()
        self.parts.setSpacing(8)
        self.parts.setObjectName(u"parts")
        self.split = QPushButton(PlanTaskDialog)
        self.split.setObjectName(u"split")
        self.split.setAutoDefault(False)

        self.parts.addWidget(self.split)

        self.partsRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.parts.addItem(self.partsRest)


        self.form.setLayout(1, QFormLayout.FieldRole, self.parts)

        self.stageLabel = QLabel(PlanTaskDialog)
        self.stageLabel.setObjectName(u"stageLabel")

        self.form.setWidget(2, QFormLayout.LabelRole, self.stageLabel)

        self.stage = QLineEdit(PlanTaskDialog)
        self.stage.setObjectName(u"stage")

        self.form.setWidget(2, QFormLayout.FieldRole, self.stage)

        self.daysLabel = QLabel(PlanTaskDialog)
        self.daysLabel.setObjectName(u"daysLabel")

        self.form.setWidget(3, QFormLayout.LabelRole, self.daysLabel)

        self.days = QHBoxLayout()
        self.days.setSpacing(8)
        self.days.setObjectName(u"days")
        self.hasStart = QCheckBox(PlanTaskDialog)
        self.hasStart.setObjectName(u"hasStart")

        self.days.addWidget(self.hasStart)

        self.start = QDateEdit(PlanTaskDialog)
        self.start.setObjectName(u"start")
        self.start.setMinimumSize(QSize(160, 0))
        self.start.setCalendarPopup(True)

        self.days.addWidget(self.start)

        self.hasDue = QCheckBox(PlanTaskDialog)
        self.hasDue.setObjectName(u"hasDue")

        self.days.addWidget(self.hasDue)

        self.due = QDateEdit(PlanTaskDialog)
        self.due.setObjectName(u"due")
        self.due.setMinimumSize(QSize(160, 0))
        self.due.setCalendarPopup(True)

        self.days.addWidget(self.due)

        self.daysRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.days.addItem(self.daysRest)


        self.form.setLayout(3, QFormLayout.FieldRole, self.days)

        self.paceLabel = QLabel(PlanTaskDialog)
        self.paceLabel.setObjectName(u"paceLabel")

        self.form.setWidget(4, QFormLayout.LabelRole, self.paceLabel)

        self.pace = QLineEdit(PlanTaskDialog)
        self.pace.setObjectName(u"pace")

        self.form.setWidget(4, QFormLayout.FieldRole, self.pace)

        self.paceRead = QLabel(PlanTaskDialog)
        self.paceRead.setObjectName(u"paceRead")
        self.paceRead.setTextFormat(Qt.PlainText)
        self.paceRead.setWordWrap(True)

        self.form.setWidget(5, QFormLayout.FieldRole, self.paceRead)

        self.leadLabel = QLabel(PlanTaskDialog)
        self.leadLabel.setObjectName(u"leadLabel")

        self.form.setWidget(6, QFormLayout.LabelRole, self.leadLabel)

        self.lead = QLineEdit(PlanTaskDialog)
        self.lead.setObjectName(u"lead")

        self.form.setWidget(6, QFormLayout.FieldRole, self.lead)

        self.unitsLabel = QLabel(PlanTaskDialog)
        self.unitsLabel.setObjectName(u"unitsLabel")

        self.form.setWidget(7, QFormLayout.LabelRole, self.unitsLabel)

        self.units = QLineEdit(PlanTaskDialog)
        self.units.setObjectName(u"units")

        self.form.setWidget(7, QFormLayout.FieldRole, self.units)

        self.supportLabel = QLabel(PlanTaskDialog)
        self.supportLabel.setObjectName(u"supportLabel")

        self.form.setWidget(8, QFormLayout.LabelRole, self.supportLabel)

        self.support = QLineEdit(PlanTaskDialog)
        self.support.setObjectName(u"support")

        self.form.setWidget(8, QFormLayout.FieldRole, self.support)

        self.proposals = QListWidget(PlanTaskDialog)
        self.proposals.setObjectName(u"proposals")
        self.proposals.setMaximumSize(QSize(16777215, 96))
        self.proposals.setTabKeyNavigation(False)

        self.form.setWidget(9, QFormLayout.FieldRole, self.proposals)

        self.quotaLabel = QLabel(PlanTaskDialog)
        self.quotaLabel.setObjectName(u"quotaLabel")

        self.form.setWidget(10, QFormLayout.LabelRole, self.quotaLabel)

        self.quota = QLineEdit(PlanTaskDialog)
        self.quota.setObjectName(u"quota")

        self.form.setWidget(10, QFormLayout.FieldRole, self.quota)

        self.quotaRead = QLabel(PlanTaskDialog)
        self.quotaRead.setObjectName(u"quotaRead")
        self.quotaRead.setTextFormat(Qt.PlainText)
        self.quotaRead.setWordWrap(True)

        self.form.setWidget(11, QFormLayout.FieldRole, self.quotaRead)


        self.column.addLayout(self.form)

        self.error = QLabel(PlanTaskDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttonsRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsRest)

        self.cancel = QPushButton(PlanTaskDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.primary = QPushButton(PlanTaskDialog)
        self.primary.setObjectName(u"primary")
        self.primary.setAutoDefault(False)

        self.buttons.addWidget(self.primary)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.textLabel.setBuddy(self.text)
        self.stageLabel.setBuddy(self.stage)
        self.paceLabel.setBuddy(self.pace)
        self.leadLabel.setBuddy(self.lead)
        self.unitsLabel.setBuddy(self.units)
        self.supportLabel.setBuddy(self.support)
        self.quotaLabel.setBuddy(self.quota)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.text, self.split)
        QWidget.setTabOrder(self.split, self.stage)
        QWidget.setTabOrder(self.stage, self.hasStart)
        QWidget.setTabOrder(self.hasStart, self.start)
        QWidget.setTabOrder(self.start, self.hasDue)
        QWidget.setTabOrder(self.hasDue, self.due)
        QWidget.setTabOrder(self.due, self.pace)
        QWidget.setTabOrder(self.pace, self.lead)
        QWidget.setTabOrder(self.lead, self.units)
        QWidget.setTabOrder(self.units, self.support)
        QWidget.setTabOrder(self.support, self.proposals)
        QWidget.setTabOrder(self.proposals, self.quota)
        QWidget.setTabOrder(self.quota, self.primary)
        QWidget.setTabOrder(self.primary, self.cancel)

        self.retranslateUi(PlanTaskDialog)

        QMetaObject.connectSlotsByName(PlanTaskDialog)
    # setupUi

    def retranslateUi(self, PlanTaskDialog):
        PlanTaskDialog.setWindowTitle(QCoreApplication.translate("PlanTaskDialog", u"\u4fee\u6539\u8bfb\u51fa\u7684\u4efb\u52a1", None))
        self.textLabel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u4efb\u52a1\u53ca\u8981\u6c42", None))
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u4efb\u52a1\u53ca\u8981\u6c42", None))
#endif // QT_CONFIG(accessibility)
        self.split.setText(QCoreApplication.translate("PlanTaskDialog", u"\u5728\u5149\u6807\u5904\u62c6\u6210\u4e24\u9879", None))
        self.stageLabel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u65f6\u95f4\u8282\u70b9", None))
#if QT_CONFIG(accessibility)
        self.stage.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u65f6\u95f4\u8282\u70b9", None))
#endif // QT_CONFIG(accessibility)
        self.stage.setPlaceholderText(QCoreApplication.translate("PlanTaskDialog", u"\u4f8b\u5982\uff1a6\u6708-10\u6708 \u5b9e\u65bd\u9636\u6bb5", None))
        self.daysLabel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u65e5\u671f", None))
        self.hasStart.setText(QCoreApplication.translate("PlanTaskDialog", u"\u5f00\u59cb", None))
#if QT_CONFIG(accessibility)
        self.start.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u5f00\u59cb\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.start.setDisplayFormat(QCoreApplication.translate("PlanTaskDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.hasDue.setText(QCoreApplication.translate("PlanTaskDialog", u"\u622a\u6b62", None))
#if QT_CONFIG(accessibility)
        self.due.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u622a\u6b62\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.due.setDisplayFormat(QCoreApplication.translate("PlanTaskDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.paceLabel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u5b9a\u671f\u6216\u671f\u9650", None))
#if QT_CONFIG(accessibility)
        self.pace.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u5b9a\u671f\u6216\u671f\u9650", None))
#endif // QT_CONFIG(accessibility)
        self.pace.setPlaceholderText(QCoreApplication.translate("PlanTaskDialog", u"\u4f8b\u5982\uff1a\u6bcf\u67085\u65e5\u524d\u3001\u6bcf\u5468\u4e94\u3001\u6bcf\u5b63\u5ea6\u672b\u3001\u7ed3\u6848\u540e7\u65e5\u5185", None))
        self.leadLabel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u7275\u5934\u5355\u4f4d", None))
#if QT_CONFIG(accessibility)
        self.lead.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u7275\u5934\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.unitsLabel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u8d23\u4efb\u5355\u4f4d", None))
#if QT_CONFIG(accessibility)
        self.units.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u8d23\u4efb\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.units.setPlaceholderText(QCoreApplication.translate("PlanTaskDialog", u"\u51e0\u4e2a\u5355\u4f4d\u4e4b\u95f4\u7528\u987f\u53f7\u9694\u5f00", None))
        self.supportLabel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u914d\u5408\u5355\u4f4d", None))
#if QT_CONFIG(accessibility)
        self.support.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u914d\u5408\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.proposals.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u53ef\u80fd\u662f\u540c\u4e00\u4e2a\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.quotaLabel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u4efd\u989d", None))
#if QT_CONFIG(accessibility)
        self.quota.setAccessibleName(QCoreApplication.translate("PlanTaskDialog", u"\u4efd\u989d", None))
#endif // QT_CONFIG(accessibility)
        self.quota.setPlaceholderText(QCoreApplication.translate("PlanTaskDialog", u"\u4f8b\u5982\uff1a\u6bcf\u6708\u4e0d\u5c11\u4e8e1\u7bc7\uff1b\u6ca1\u6709\u5c31\u7a7a\u7740", None))
        self.cancel.setText(QCoreApplication.translate("PlanTaskDialog", u"\u53d6\u6d88", None))
        self.primary.setText(QCoreApplication.translate("PlanTaskDialog", u"\u786e\u5b9a\uff08Ctrl+\u56de\u8f66\uff09", None))
    # retranslateUi

