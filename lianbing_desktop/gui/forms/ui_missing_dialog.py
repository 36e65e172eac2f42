# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'missing_dialog.ui'
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
    QDialogButtonBox, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_MissingDialog(object):
    def setupUi(self, MissingDialog):
        if not MissingDialog.objectName():
            MissingDialog.setObjectName(u"MissingDialog")
        MissingDialog.resize(864, 600)
        MissingDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(MissingDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.onLabel = QLabel(MissingDialog)
        self.onLabel.setObjectName(u"onLabel")
        self.onLabel.setTextFormat(Qt.PlainText)

        self.top.addWidget(self.onLabel)

        self.on = QDateEdit(MissingDialog)
        self.on.setObjectName(u"on")
        self.on.setMinimumSize(QSize(176, 0))
        self.on.setMaximumSize(QSize(176, 16777215))
        self.on.setCalendarPopup(True)

        self.top.addWidget(self.on)

        self.today = QPushButton(MissingDialog)
        self.today.setObjectName(u"today")
        self.today.setAutoDefault(False)

        self.top.addWidget(self.today)

        self.monthEnd = QPushButton(MissingDialog)
        self.monthEnd.setObjectName(u"monthEnd")
        self.monthEnd.setAutoDefault(False)

        self.top.addWidget(self.monthEnd)

        self.count = QLabel(MissingDialog)
        self.count.setObjectName(u"count")
        self.count.setTextFormat(Qt.PlainText)

        self.top.addWidget(self.count)

        self.topRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.topRest)


        self.column.addLayout(self.top)

        self.place = QVBoxLayout()
        self.place.setObjectName(u"place")

        self.column.addLayout(self.place)

        self.buttons = QDialogButtonBox(MissingDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.onLabel.setBuddy(self.on)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.on, self.today)
        QWidget.setTabOrder(self.today, self.monthEnd)
        QWidget.setTabOrder(self.monthEnd, self.buttons)

        self.retranslateUi(MissingDialog)

        QMetaObject.connectSlotsByName(MissingDialog)
    # setupUi

    def retranslateUi(self, MissingDialog):
        MissingDialog.setWindowTitle(QCoreApplication.translate("MissingDialog", u"\u8fd8\u7f3a\u4ec0\u4e48", None))
        self.onLabel.setText(QCoreApplication.translate("MissingDialog", u"\u622a\u81f3", None))
#if QT_CONFIG(accessibility)
        self.on.setAccessibleName(QCoreApplication.translate("MissingDialog", u"\u622a\u81f3\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.on.setDisplayFormat(QCoreApplication.translate("MissingDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.today.setText(QCoreApplication.translate("MissingDialog", u"\u4eca\u5929", None))
        self.monthEnd.setText(QCoreApplication.translate("MissingDialog", u"\u672c\u6708\u5e95", None))
    # retranslateUi

