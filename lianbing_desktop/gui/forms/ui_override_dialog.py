# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'override_dialog.ui'
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
    QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout,
    QWidget)

class Ui_OverrideDialog(object):
    def setupUi(self, OverrideDialog):
        if not OverrideDialog.objectName():
            OverrideDialog.setObjectName(u"OverrideDialog")
        OverrideDialog.resize(560, 320)
        OverrideDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(OverrideDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.place = QLabel(OverrideDialog)
        self.place.setObjectName(u"place")
        self.place.setTextFormat(Qt.PlainText)
        self.place.setWordWrap(True)

        self.column.addWidget(self.place)

        self.message = QLabel(OverrideDialog)
        self.message.setObjectName(u"message")
        self.message.setTextFormat(Qt.PlainText)
        self.message.setWordWrap(True)

        self.column.addWidget(self.message)

        self.reasonLabel = QLabel(OverrideDialog)
        self.reasonLabel.setObjectName(u"reasonLabel")
        self.reasonLabel.setTextFormat(Qt.PlainText)

        self.column.addWidget(self.reasonLabel)

        self.reason = QPlainTextEdit(OverrideDialog)
        self.reason.setObjectName(u"reason")
        self.reason.setTabChangesFocus(True)

        self.column.addWidget(self.reason)

        self.error = QLabel(OverrideDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.buttons = QDialogButtonBox(OverrideDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.reasonLabel.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(OverrideDialog)

        QMetaObject.connectSlotsByName(OverrideDialog)
    # setupUi

    def retranslateUi(self, OverrideDialog):
        OverrideDialog.setWindowTitle(QCoreApplication.translate("OverrideDialog", u"\u8bf4\u660e\u7406\u7531\u653e\u884c", None))
        self.reasonLabel.setText(QCoreApplication.translate("OverrideDialog", u"\u7406\u7531\uff08\u4f1a\u5370\u5728\u79fb\u4ea4\u6e05\u5355\u4e0a\uff09", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("OverrideDialog", u"\u7406\u7531", None))
#endif // QT_CONFIG(accessibility)
        self.reason.setPlaceholderText(QCoreApplication.translate("OverrideDialog", u"\u4f8b\u5982\uff1a\u539f\u4ef6\u53ea\u6709\u7eb8\u8d28\uff0c\u5df2\u53e6\u884c\u9001\u8fbe", None))
    # retranslateUi

