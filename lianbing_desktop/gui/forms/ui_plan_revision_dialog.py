# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'plan_revision_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTreeWidget, QTreeWidgetItem, QVBoxLayout,
    QWidget)

class Ui_PlanRevisionDialog(object):
    def setupUi(self, PlanRevisionDialog):
        if not PlanRevisionDialog.objectName():
            PlanRevisionDialog.setObjectName(u"PlanRevisionDialog")
        PlanRevisionDialog.resize(880, 600)
        PlanRevisionDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(PlanRevisionDialog)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.heading = QLabel(PlanRevisionDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.PlainText)
        self.heading.setWordWrap(True)

        self.column.addWidget(self.heading)

        self.secondary = QLabel(PlanRevisionDialog)
        self.secondary.setObjectName(u"secondary")
        self.secondary.setWordWrap(True)

        self.column.addWidget(self.secondary)

        self.choices = QTreeWidget(PlanRevisionDialog)
        self.choices.setObjectName(u"choices")
        self.choices.setHeaderHidden(True)
        self.choices.setColumnCount(2)
        self.choices.setWordWrap(True)
        self.choices.setVerticalScrollMode(QAbstractItemView.ScrollPerPixel)

        self.column.addWidget(self.choices)

        self.error = QLabel(PlanRevisionDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttonsRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsRest)

        self.cancel = QPushButton(PlanRevisionDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.primary = QPushButton(PlanRevisionDialog)
        self.primary.setObjectName(u"primary")
        self.primary.setAutoDefault(False)

        self.buttons.addWidget(self.primary)


        self.column.addLayout(self.buttons)

        QWidget.setTabOrder(self.choices, self.primary)
        QWidget.setTabOrder(self.primary, self.cancel)

        self.retranslateUi(PlanRevisionDialog)

        QMetaObject.connectSlotsByName(PlanRevisionDialog)
    # setupUi

    def retranslateUi(self, PlanRevisionDialog):
        PlanRevisionDialog.setWindowTitle(QCoreApplication.translate("PlanRevisionDialog", u"\u4e0e\u73b0\u5728\u7684\u6d3b\u52a8\u6bd4\u8f83", None))
        self.secondary.setText(QCoreApplication.translate("PlanRevisionDialog", u"\u52fe\u9009\u7684\u7167\u65b0\u8868\u529e\uff0c\u4e0d\u52fe\u7684\u4fdd\u6301\u539f\u6837\u3002\u8fd8\u6ca1\u6709\u529e\u7ed3\u7684\u62a5\u9001\u4ef6\u968f\u4efb\u52a1\u6539\u671f\uff1b\u5df2\u7ecf\u6536\u5230\u7684\u6750\u6599\u548c\u529e\u8fc7\u7684\u6b65\u9aa4\u90fd\u4fdd\u7559\uff0c\u64a4\u4e0b\u7684\u4efb\u52a1\u4ecd\u53ef\u5728\u201c\u4efb\u52a1\u201d\u9875\u67e5\u5230\u3002", None))
#if QT_CONFIG(accessibility)
        self.choices.setAccessibleName(QCoreApplication.translate("PlanRevisionDialog", u"\u65b0\u589e\u3001\u4fee\u6539\u548c\u64a4\u4e0b", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("PlanRevisionDialog", u"\u53d6\u6d88", None))
        self.primary.setText(QCoreApplication.translate("PlanRevisionDialog", u"\u66f4\u65b0\u6d3b\u52a8", None))
    # retranslateUi

