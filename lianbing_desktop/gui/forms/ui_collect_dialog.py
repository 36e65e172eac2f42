# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'collect_dialog.ui'
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
    QLabel, QSizePolicy, QVBoxLayout, QWidget)

class Ui_CollectDialog(object):
    def setupUi(self, CollectDialog):
        if not CollectDialog.objectName():
            CollectDialog.setObjectName(u"CollectDialog")
        CollectDialog.resize(960, 600)
        CollectDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(CollectDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.summary = QLabel(CollectDialog)
        self.summary.setObjectName(u"summary")
        self.summary.setTextFormat(Qt.PlainText)
        self.summary.setWordWrap(True)

        self.column.addWidget(self.summary)

        self.place = QVBoxLayout()
        self.place.setObjectName(u"place")

        self.column.addLayout(self.place)

        self.note = QLabel(CollectDialog)
        self.note.setObjectName(u"note")
        self.note.setTextFormat(Qt.PlainText)
        self.note.setWordWrap(True)

        self.column.addWidget(self.note)

        self.buttons = QDialogButtonBox(CollectDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)


        self.retranslateUi(CollectDialog)

        QMetaObject.connectSlotsByName(CollectDialog)
    # setupUi

    def retranslateUi(self, CollectDialog):
        CollectDialog.setWindowTitle(QCoreApplication.translate("CollectDialog", u"\u6536\u56de\u8868\u683c", None))
        self.note.setText(QCoreApplication.translate("CollectDialog", u"\u539f\u6587\u4ef6\u53ea\u8bfb\u53d6\u3001\u4e0d\u6539\u52a8\uff1b\u6536\u5165\u65f6\u539f\u6837\u5b58\u4e00\u4efd\u3002\u6709\u95ee\u9898\u7684\u6587\u4ef6\u4e0d\u4f1a\u6536\u5165\uff0c\u53ef\u6539\u6b63\u540e\u91cd\u65b0\u6536\u3002", None))
    # retranslateUi

