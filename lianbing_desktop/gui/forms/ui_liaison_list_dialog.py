# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'liaison_list_dialog.ui'
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
    QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout,
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_LiaisonListDialog(object):
    def setupUi(self, LiaisonListDialog):
        if not LiaisonListDialog.objectName():
            LiaisonListDialog.setObjectName(u"LiaisonListDialog")
        LiaisonListDialog.resize(976, 640)
        LiaisonListDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(LiaisonListDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.form = QGridLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.fileLabel = QLabel(LiaisonListDialog)
        self.fileLabel.setObjectName(u"fileLabel")
        self.fileLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.fileLabel, 0, 0, 1, 1)

        self.file = QLabel(LiaisonListDialog)
        self.file.setObjectName(u"file")
        self.file.setTextFormat(Qt.PlainText)
        self.file.setWordWrap(True)

        self.form.addWidget(self.file, 0, 1, 1, 1)

        self.sinceLabel = QLabel(LiaisonListDialog)
        self.sinceLabel.setObjectName(u"sinceLabel")
        self.sinceLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.sinceLabel, 1, 0, 1, 1)

        self.since = QDateEdit(LiaisonListDialog)
        self.since.setObjectName(u"since")
        self.since.setMinimumSize(QSize(176, 0))
        self.since.setMaximumSize(QSize(176, 16777215))
        self.since.setCalendarPopup(True)

        self.form.addWidget(self.since, 1, 1, 1, 1, Qt.AlignLeft)

        self.form.setColumnStretch(1, 1)

        self.column.addLayout(self.form)

        self.told = QLabel(LiaisonListDialog)
        self.told.setObjectName(u"told")
        self.told.setTextFormat(Qt.PlainText)
        self.told.setWordWrap(True)

        self.column.addWidget(self.told)

        self.place = QWidget(LiaisonListDialog)
        self.place.setObjectName(u"place")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.place.sizePolicy().hasHeightForWidth())
        self.place.setSizePolicy(sizePolicy)

        self.column.addWidget(self.place)

        self.choice = QHBoxLayout()
        self.choice.setSpacing(16)
        self.choice.setObjectName(u"choice")
        self.unitLabel = QLabel(LiaisonListDialog)
        self.unitLabel.setObjectName(u"unitLabel")
        self.unitLabel.setTextFormat(Qt.PlainText)

        self.choice.addWidget(self.unitLabel)

        self.unit = QComboBox(LiaisonListDialog)
        self.unit.setObjectName(u"unit")
        self.unit.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(16)

        self.choice.addWidget(self.unit)

        self.actLabel = QLabel(LiaisonListDialog)
        self.actLabel.setObjectName(u"actLabel")
        self.actLabel.setTextFormat(Qt.PlainText)

        self.choice.addWidget(self.actLabel)

        self.act = QComboBox(LiaisonListDialog)
        self.act.setObjectName(u"act")
        self.act.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.act.setMinimumContentsLength(6)

        self.choice.addWidget(self.act)

        self.besides = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.choice.addItem(self.besides)


        self.column.addLayout(self.choice)

        self.whole = QLabel(LiaisonListDialog)
        self.whole.setObjectName(u"whole")
        self.whole.setMinimumSize(QSize(0, 64))
        self.whole.setAlignment(Qt.AlignLeft|Qt.AlignTop)
        self.whole.setTextFormat(Qt.PlainText)
        self.whole.setTextInteractionFlags(Qt.TextSelectableByMouse)
        self.whole.setWordWrap(True)

        self.column.addWidget(self.whole)

        self.remark = QLabel(LiaisonListDialog)
        self.remark.setObjectName(u"remark")
        self.remark.setTextFormat(Qt.PlainText)
        self.remark.setWordWrap(True)

        self.column.addWidget(self.remark)

        self.error = QLabel(LiaisonListDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.buttons = QDialogButtonBox(LiaisonListDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.sinceLabel.setBuddy(self.since)
        self.unitLabel.setBuddy(self.unit)
        self.actLabel.setBuddy(self.act)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.since, self.unit)
        QWidget.setTabOrder(self.unit, self.act)
        QWidget.setTabOrder(self.act, self.buttons)

        self.retranslateUi(LiaisonListDialog)

        QMetaObject.connectSlotsByName(LiaisonListDialog)
    # setupUi

    def retranslateUi(self, LiaisonListDialog):
        LiaisonListDialog.setWindowTitle(QCoreApplication.translate("LiaisonListDialog", u"\u5bfc\u5165\u8054\u7edc\u5458\u540d\u5355", None))
        self.fileLabel.setText(QCoreApplication.translate("LiaisonListDialog", u"\u540d\u5355", None))
        self.sinceLabel.setText(QCoreApplication.translate("LiaisonListDialog", u"\u8d77\u59cb\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.since.setAccessibleName(QCoreApplication.translate("LiaisonListDialog", u"\u8d77\u59cb\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.since.setDisplayFormat(QCoreApplication.translate("LiaisonListDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.unitLabel.setText(QCoreApplication.translate("LiaisonListDialog", u"\u9009\u4e2d\u884c\u7684\u5355\u4f4d", None))
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("LiaisonListDialog", u"\u9009\u4e2d\u884c\u7684\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.actLabel.setText(QCoreApplication.translate("LiaisonListDialog", u"\u5904\u7406", None))
#if QT_CONFIG(accessibility)
        self.act.setAccessibleName(QCoreApplication.translate("LiaisonListDialog", u"\u9009\u4e2d\u884c\u7684\u5904\u7406", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

