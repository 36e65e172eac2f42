# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'liaison_dialog.ui'
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
    QDialog, QDialogButtonBox, QGridLayout, QLabel,
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_LiaisonDialog(object):
    def setupUi(self, LiaisonDialog):
        if not LiaisonDialog.objectName():
            LiaisonDialog.setObjectName(u"LiaisonDialog")
        LiaisonDialog.resize(640, 420)
        LiaisonDialog.setLocale(QLocale(QLocale.Chinese, QLocale.China))
        self.column = QVBoxLayout(LiaisonDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.form = QGridLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.unitLabel = QLabel(LiaisonDialog)
        self.unitLabel.setObjectName(u"unitLabel")
        self.unitLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.unitLabel, 0, 0, 1, 1)

        self.unit = QComboBox(LiaisonDialog)
        self.unit.setObjectName(u"unit")
        self.unit.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)

        self.form.addWidget(self.unit, 0, 1, 1, 3)

        self.roleLabel = QLabel(LiaisonDialog)
        self.roleLabel.setObjectName(u"roleLabel")
        self.roleLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.roleLabel, 1, 0, 1, 1)

        self.role = QComboBox(LiaisonDialog)
        self.role.setObjectName(u"role")
        self.role.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)

        self.form.addWidget(self.role, 1, 1, 1, 1)

        self.sinceLabel = QLabel(LiaisonDialog)
        self.sinceLabel.setObjectName(u"sinceLabel")
        self.sinceLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.sinceLabel, 1, 2, 1, 1)

        self.since = QDateEdit(LiaisonDialog)
        self.since.setObjectName(u"since")
        self.since.setMinimumSize(QSize(176, 0))
        self.since.setMaximumSize(QSize(176, 16777215))
        self.since.setCalendarPopup(True)

        self.form.addWidget(self.since, 1, 3, 1, 1, Qt.AlignLeft)

        self.nameLabel = QLabel(LiaisonDialog)
        self.nameLabel.setObjectName(u"nameLabel")
        self.nameLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.nameLabel, 2, 0, 1, 1)

        self.name = QLineEdit(LiaisonDialog)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(100)

        self.form.addWidget(self.name, 2, 1, 1, 1)

        self.genderLabel = QLabel(LiaisonDialog)
        self.genderLabel.setObjectName(u"genderLabel")
        self.genderLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.genderLabel, 2, 2, 1, 1)

        self.gender = QComboBox(LiaisonDialog)
        self.gender.setObjectName(u"gender")
        self.gender.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)

        self.form.addWidget(self.gender, 2, 3, 1, 1)

        self.postLabel = QLabel(LiaisonDialog)
        self.postLabel.setObjectName(u"postLabel")
        self.postLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.postLabel, 3, 0, 1, 1)

        self.post = QLineEdit(LiaisonDialog)
        self.post.setObjectName(u"post")
        self.post.setMaxLength(100)

        self.form.addWidget(self.post, 3, 1, 1, 3)

        self.office_phoneLabel = QLabel(LiaisonDialog)
        self.office_phoneLabel.setObjectName(u"office_phoneLabel")
        self.office_phoneLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.office_phoneLabel, 4, 0, 1, 1)

        self.office_phone = QLineEdit(LiaisonDialog)
        self.office_phone.setObjectName(u"office_phone")
        self.office_phone.setMaxLength(100)

        self.form.addWidget(self.office_phone, 4, 1, 1, 1)

        self.mobileLabel = QLabel(LiaisonDialog)
        self.mobileLabel.setObjectName(u"mobileLabel")
        self.mobileLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.mobileLabel, 4, 2, 1, 1)

        self.mobile = QLineEdit(LiaisonDialog)
        self.mobile.setObjectName(u"mobile")
        self.mobile.setMaxLength(100)

        self.form.addWidget(self.mobile, 4, 3, 1, 1)

        self.faxLabel = QLabel(LiaisonDialog)
        self.faxLabel.setObjectName(u"faxLabel")
        self.faxLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.faxLabel, 5, 0, 1, 1)

        self.fax = QLineEdit(LiaisonDialog)
        self.fax.setObjectName(u"fax")
        self.fax.setMaxLength(100)

        self.form.addWidget(self.fax, 5, 1, 1, 1)

        self.qqLabel = QLabel(LiaisonDialog)
        self.qqLabel.setObjectName(u"qqLabel")
        self.qqLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.qqLabel, 5, 2, 1, 1)

        self.qq = QLineEdit(LiaisonDialog)
        self.qq.setObjectName(u"qq")
        self.qq.setMaxLength(100)

        self.form.addWidget(self.qq, 5, 3, 1, 1)

        self.emailLabel = QLabel(LiaisonDialog)
        self.emailLabel.setObjectName(u"emailLabel")
        self.emailLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.emailLabel, 6, 0, 1, 1)

        self.email = QLineEdit(LiaisonDialog)
        self.email.setObjectName(u"email")
        self.email.setMaxLength(100)

        self.form.addWidget(self.email, 6, 1, 1, 3)

        self.noteLabel = QLabel(LiaisonDialog)
        self.noteLabel.setObjectName(u"noteLabel")
        self.noteLabel.setTextFormat(Qt.PlainText)

        self.form.addWidget(self.noteLabel, 7, 0, 1, 1)

        self.note = QLineEdit(LiaisonDialog)
        self.note.setObjectName(u"note")
        self.note.setMaxLength(1000)

        self.form.addWidget(self.note, 7, 1, 1, 3)

        self.form.setColumnStretch(1, 1)
        self.form.setColumnStretch(3, 1)

        self.column.addLayout(self.form)

        self.remark = QLabel(LiaisonDialog)
        self.remark.setObjectName(u"remark")
        self.remark.setTextFormat(Qt.PlainText)
        self.remark.setWordWrap(True)

        self.column.addWidget(self.remark)

        self.error = QLabel(LiaisonDialog)
        self.error.setObjectName(u"error")
        self.error.setTextFormat(Qt.PlainText)
        self.error.setWordWrap(True)

        self.column.addWidget(self.error)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

        self.buttons = QDialogButtonBox(LiaisonDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setOrientation(Qt.Horizontal)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.unitLabel.setBuddy(self.unit)
        self.roleLabel.setBuddy(self.role)
        self.sinceLabel.setBuddy(self.since)
        self.nameLabel.setBuddy(self.name)
        self.genderLabel.setBuddy(self.gender)
        self.postLabel.setBuddy(self.post)
        self.office_phoneLabel.setBuddy(self.office_phone)
        self.mobileLabel.setBuddy(self.mobile)
        self.faxLabel.setBuddy(self.fax)
        self.qqLabel.setBuddy(self.qq)
        self.emailLabel.setBuddy(self.email)
        self.noteLabel.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.unit, self.role)
        QWidget.setTabOrder(self.role, self.since)
        QWidget.setTabOrder(self.since, self.name)
        QWidget.setTabOrder(self.name, self.gender)
        QWidget.setTabOrder(self.gender, self.post)
        QWidget.setTabOrder(self.post, self.office_phone)
        QWidget.setTabOrder(self.office_phone, self.mobile)
        QWidget.setTabOrder(self.mobile, self.fax)
        QWidget.setTabOrder(self.fax, self.qq)
        QWidget.setTabOrder(self.qq, self.email)
        QWidget.setTabOrder(self.email, self.note)
        QWidget.setTabOrder(self.note, self.buttons)

        self.retranslateUi(LiaisonDialog)

        QMetaObject.connectSlotsByName(LiaisonDialog)
    # setupUi

    def retranslateUi(self, LiaisonDialog):
        LiaisonDialog.setWindowTitle(QCoreApplication.translate("LiaisonDialog", u"\u767b\u8bb0\u8054\u7edc\u5458", None))
        self.unitLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u5355\u4f4d", None))
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.roleLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u89d2\u8272", None))
#if QT_CONFIG(accessibility)
        self.role.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u89d2\u8272", None))
#endif // QT_CONFIG(accessibility)
        self.sinceLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u8d77\u59cb\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.since.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u8d77\u59cb\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.since.setDisplayFormat(QCoreApplication.translate("LiaisonDialog", u"yyyy\u5e74M\u6708d\u65e5", None))
        self.nameLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u59d3\u540d", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u59d3\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.genderLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u6027\u522b", None))
#if QT_CONFIG(accessibility)
        self.gender.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u6027\u522b", None))
#endif // QT_CONFIG(accessibility)
        self.postLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u804c\u52a1", None))
#if QT_CONFIG(accessibility)
        self.post.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u804c\u52a1", None))
#endif // QT_CONFIG(accessibility)
        self.office_phoneLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u529e\u516c\u7535\u8bdd", None))
#if QT_CONFIG(accessibility)
        self.office_phone.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u529e\u516c\u7535\u8bdd", None))
#endif // QT_CONFIG(accessibility)
        self.office_phone.setPlaceholderText(QCoreApplication.translate("LiaisonDialog", u"\u4f8b\u5982 0512-00000000", None))
        self.mobileLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u624b\u673a", None))
#if QT_CONFIG(accessibility)
        self.mobile.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u624b\u673a", None))
#endif // QT_CONFIG(accessibility)
        self.faxLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u4f20\u771f", None))
#if QT_CONFIG(accessibility)
        self.fax.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u4f20\u771f", None))
#endif // QT_CONFIG(accessibility)
        self.qqLabel.setText(QCoreApplication.translate("LiaisonDialog", u"QQ", None))
#if QT_CONFIG(accessibility)
        self.qq.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"QQ", None))
#endif // QT_CONFIG(accessibility)
        self.emailLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u90ae\u7bb1", None))
#if QT_CONFIG(accessibility)
        self.email.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u90ae\u7bb1", None))
#endif // QT_CONFIG(accessibility)
        self.noteLabel.setText(QCoreApplication.translate("LiaisonDialog", u"\u5907\u6ce8", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("LiaisonDialog", u"\u5907\u6ce8", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

