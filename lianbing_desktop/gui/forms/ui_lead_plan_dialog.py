# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'lead_plan_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QCheckBox, QComboBox,
    QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout,
    QLabel, QListWidget, QListWidgetItem, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QTimeEdit,
    QVBoxLayout, QWidget)

class Ui_LeadPlanDialog(object):
    def setupUi(self, LeadPlanDialog):
        if not LeadPlanDialog.objectName():
            LeadPlanDialog.setObjectName(u"LeadPlanDialog")
        LeadPlanDialog.resize(600, 560)
        LeadPlanDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(LeadPlanDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setLabelAlignment(Qt.AlignLeft|Qt.AlignTop)
        self.fields.setFieldGrowthPolicy(QFormLayout.ExpandingFieldsGrow)
        self.fields.setHorizontalSpacing(16)
        self.fields.setVerticalSpacing(12)
        self.scopeLabel = QLabel(LeadPlanDialog)
        self.scopeLabel.setObjectName(u"scopeLabel")
        self.scopeLabel.setTextFormat(Qt.PlainText)

        self.fields.setWidget(0, QFormLayout.LabelRole, self.scopeLabel)

        self.scope = QComboBox(LeadPlanDialog)
        self.scope.setObjectName(u"scope")

        self.fields.setWidget(0, QFormLayout.FieldRole, self.scope)

        self.keyLabel = QLabel(LeadPlanDialog)
        self.keyLabel.setObjectName(u"keyLabel")
        self.keyLabel.setTextFormat(Qt.PlainText)

        self.fields.setWidget(1, QFormLayout.LabelRole, self.keyLabel)

        self.key = QComboBox(LeadPlanDialog)
        self.key.setObjectName(u"key")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.key.sizePolicy().hasHeightForWidth())
        self.key.setSizePolicy(sizePolicy)
        self.key.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.key.setMinimumContentsLength(24)

        self.fields.setWidget(1, QFormLayout.FieldRole, self.key)

        self.leadsLabel = QLabel(LeadPlanDialog)
        self.leadsLabel.setObjectName(u"leadsLabel")
        self.leadsLabel.setTextFormat(Qt.PlainText)

        self.fields.setWidget(2, QFormLayout.LabelRole, self.leadsLabel)

        self.leadColumn = QVBoxLayout()
        self.leadColumn.setSpacing(8)
        self.leadColumn.setObjectName(u"leadColumn")
        self.leads = QListWidget(LeadPlanDialog)
        self.leads.setObjectName(u"leads")
        self.leads.setMinimumSize(QSize(0, 104))

        self.leadColumn.addWidget(self.leads)

        self.leadRow = QHBoxLayout()
        self.leadRow.setSpacing(8)
        self.leadRow.setObjectName(u"leadRow")
        self.days = QSpinBox(LeadPlanDialog)
        self.days.setObjectName(u"days")
        self.days.setMinimumSize(QSize(88, 0))
        self.days.setMinimum(1)
        self.days.setMaximum(365)
        self.days.setValue(5)

        self.leadRow.addWidget(self.days)

        self.unit = QComboBox(LeadPlanDialog)
        self.unit.setObjectName(u"unit")

        self.leadRow.addWidget(self.unit)

        self.add = QPushButton(LeadPlanDialog)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)

        self.leadRow.addWidget(self.add)

        self.remove = QPushButton(LeadPlanDialog)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.leadRow.addWidget(self.remove)

        self.leadRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.leadRow.addItem(self.leadRest)


        self.leadColumn.addLayout(self.leadRow)


        self.fields.setLayout(2, QFormLayout.FieldRole, self.leadColumn)

        self.checks = QHBoxLayout()
        self.checks.setSpacing(24)
        self.checks.setObjectName(u"checks")
        self.onDay = QCheckBox(LeadPlanDialog)
        self.onDay.setObjectName(u"onDay")

        self.checks.addWidget(self.onDay)

        self.after = QCheckBox(LeadPlanDialog)
        self.after.setObjectName(u"after")

        self.checks.addWidget(self.after)

        self.checkRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.checks.addItem(self.checkRest)


        self.fields.setLayout(3, QFormLayout.FieldRole, self.checks)

        self.atLabel = QLabel(LeadPlanDialog)
        self.atLabel.setObjectName(u"atLabel")
        self.atLabel.setTextFormat(Qt.PlainText)

        self.fields.setWidget(4, QFormLayout.LabelRole, self.atLabel)

        self.at = QTimeEdit(LeadPlanDialog)
        self.at.setObjectName(u"at")
        self.at.setMaximumSize(QSize(96, 16777215))
        self.at.setMinimumSize(QSize(96, 0))

        self.fields.setWidget(4, QFormLayout.FieldRole, self.at)


        self.column.addLayout(self.fields)

        self.words = QLabel(LeadPlanDialog)
        self.words.setObjectName(u"words")
        self.words.setTextFormat(Qt.PlainText)
        self.words.setWordWrap(True)

        self.column.addWidget(self.words)

        self.error = QLabel(LeadPlanDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

        self.buttons = QDialogButtonBox(LeadPlanDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.scopeLabel.setBuddy(self.scope)
        self.keyLabel.setBuddy(self.key)
        self.leadsLabel.setBuddy(self.leads)
        self.atLabel.setBuddy(self.at)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.scope, self.key)
        QWidget.setTabOrder(self.key, self.leads)
        QWidget.setTabOrder(self.leads, self.days)
        QWidget.setTabOrder(self.days, self.unit)
        QWidget.setTabOrder(self.unit, self.add)
        QWidget.setTabOrder(self.add, self.remove)
        QWidget.setTabOrder(self.remove, self.onDay)
        QWidget.setTabOrder(self.onDay, self.after)
        QWidget.setTabOrder(self.after, self.at)
        QWidget.setTabOrder(self.at, self.buttons)

        self.retranslateUi(LeadPlanDialog)

        QMetaObject.connectSlotsByName(LeadPlanDialog)
    # setupUi

    def retranslateUi(self, LeadPlanDialog):
        LeadPlanDialog.setWindowTitle(QCoreApplication.translate("LeadPlanDialog", u"\u63d0\u9192\u65f6\u95f4", None))
        self.scopeLabel.setText(QCoreApplication.translate("LeadPlanDialog", u"\u9002\u7528\u4e8e", None))
#if QT_CONFIG(accessibility)
        self.scope.setAccessibleName(QCoreApplication.translate("LeadPlanDialog", u"\u9002\u7528\u4e8e", None))
#endif // QT_CONFIG(accessibility)
        self.keyLabel.setText(QCoreApplication.translate("LeadPlanDialog", u"\u5bf9\u8c61", None))
#if QT_CONFIG(accessibility)
        self.key.setAccessibleName(QCoreApplication.translate("LeadPlanDialog", u"\u5bf9\u8c61", None))
#endif // QT_CONFIG(accessibility)
        self.leadsLabel.setText(QCoreApplication.translate("LeadPlanDialog", u"\u63d0\u524d", None))
#if QT_CONFIG(accessibility)
        self.leads.setAccessibleName(QCoreApplication.translate("LeadPlanDialog", u"\u63d0\u524d\u91cf", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.days.setAccessibleName(QCoreApplication.translate("LeadPlanDialog", u"\u63d0\u524d\u5929\u6570", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("LeadPlanDialog", u"\u81ea\u7136\u65e5\u6216\u5de5\u4f5c\u65e5", None))
#endif // QT_CONFIG(accessibility)
        self.add.setText(QCoreApplication.translate("LeadPlanDialog", u"\u52a0\u4e0a", None))
        self.remove.setText(QCoreApplication.translate("LeadPlanDialog", u"\u53bb\u6389\u6240\u9009", None))
#if QT_CONFIG(tooltip)
        self.remove.setToolTip(QCoreApplication.translate("LeadPlanDialog", u"Delete", None))
#endif // QT_CONFIG(tooltip)
        self.onDay.setText(QCoreApplication.translate("LeadPlanDialog", u"\u5f53\u5929", None))
        self.after.setText(QCoreApplication.translate("LeadPlanDialog", u"\u903e\u671f\u540e\u6bcf\u5929", None))
        self.atLabel.setText(QCoreApplication.translate("LeadPlanDialog", u"\u65f6\u523b", None))
#if QT_CONFIG(accessibility)
        self.at.setAccessibleName(QCoreApplication.translate("LeadPlanDialog", u"\u65f6\u523b", None))
#endif // QT_CONFIG(accessibility)
        self.at.setDisplayFormat(QCoreApplication.translate("LeadPlanDialog", u"HH:mm", None))
    # retranslateUi

