// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/roleandexpiry.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/rolemenu.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

constexpr int chooseDate = -1;

} // namespace

RoleAndExpiry::RoleAndExpiry(const SpaceRights &rights, Instant now, QWidget *parent)
    : QWidget(parent), m_rights(rights), m_now(now), m_roleLabel(makeLabel(TextStyle::Muted)),
      m_role(new QComboBox), m_expiryLabel(makeLabel(TextStyle::Muted)), m_expiry(new QComboBox),
      m_until(new QDateTimeEdit), m_abilities(makeParagraph(TextStyle::Small)),
      m_table(makeButton(ButtonStyle::Quiet, {}, u"question"_s))
{
    for (const Role role : grantableRoles(rights.hasBots)) {
        m_role->addItem({}, int(role));
        if (auto *model = qobject_cast<QStandardItemModel *>(m_role->model());
            model && !refusalSentence(rights, Role::None, role).isEmpty())
            model->item(m_role->count() - 1)->setEnabled(false);
    }
    for (const int days : {0, 7, 30, 90, 180, 365, chooseDate})
        m_expiry->addItem({}, days);
    m_until->setCalendarPopup(true);
    m_until->setDateTime(localTime(now).addDays(30));
    m_until->setMinimumDateTime(localTime(now).addSecs(60));
    m_until->hide();
    build();
    connect(m_table, &QPushButton::clicked, this, [this] { (new RoleTable(this))->popupBelow(m_table); });
    connect(m_role, &QComboBox::currentIndexChanged, this, &RoleAndExpiry::describe);
    connect(m_expiry, &QComboBox::currentIndexChanged, this,
            [this] { m_until->setVisible(m_expiry->currentData().toInt() == chooseDate); });
    retranslate();
    setRole(Role::Viewer);
    for (QComboBox *box : {m_role, m_expiry})
        connect(box, &QComboBox::currentIndexChanged, this, &RoleAndExpiry::changed);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &RoleAndExpiry::changed);
}

void RoleAndExpiry::build()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_roleLabel);
    line->addWidget(m_role);
    line->addSpacing(8);
    line->addWidget(m_expiryLabel);
    line->addWidget(m_expiry);
    line->addWidget(m_until);
    line->addStretch();
    line->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_abilities);
}

void RoleAndExpiry::retranslate()
{
    for (int i = 0; i < m_role->count(); ++i) {
        const auto each = Role(m_role->itemData(i).toInt());
        const QString reason = refusalSentence(m_rights, Role::None, each);
        m_role->setItemText(i, access::roleName(each));
        m_role->setItemData(i, reason.isEmpty() ? roleAbilities(each) : reason, Qt::ToolTipRole);
    }
    for (int i = 0; i < m_expiry->count(); ++i) {
        const int days = m_expiry->itemData(i).toInt();
        m_expiry->setItemText(i, days == 0            ? tr("No expiry")
                                 : days == chooseDate ? tr("Until a date…")
                                                      : tr("For %1 days").arg(days));
    }
    m_until->setLocale(QLocale());
    m_until->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    m_roleLabel->setText(tr("Role"));
    m_expiryLabel->setText(tr("Expiry"));
    m_role->setAccessibleName(tr("Role"));
    m_expiry->setAccessibleName(tr("Expiry"));
    m_until->setAccessibleName(tr("Expires"));
    m_table->setText(tr("What each role may do"));
    describe();
}

void RoleAndExpiry::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RoleAndExpiry::describe()
{
    m_abilities->setText(roleAbilities(role()).replace(u'\n', u"   "_s));
}

Role RoleAndExpiry::role() const
{
    return Role(m_role->currentData().toInt());
}

void RoleAndExpiry::setRole(Role role)
{
    m_role->setCurrentIndex(m_role->findData(int(role)));
}

void RoleAndExpiry::setDays(int days)
{
    m_expiry->setCurrentIndex(m_expiry->findData(days));
}

void RoleAndExpiry::setUntil(Instant end)
{
    m_until->setDateTime(localTime(end));
    setDays(chooseDate);
}

QVariant RoleAndExpiry::typed() const
{
    return QVariantList{m_role->currentData(), m_expiry->currentData(), m_until->dateTime()};
}

void RoleAndExpiry::setTyped(const QVariant &typed)
{
    const QVariantList values = typed.toList();
    setRole(Role(values.value(0).toInt()));
    m_until->setDateTime(values.value(2).toDateTime());
    setDays(values.value(1).toInt());
}

std::optional<Instant> RoleAndExpiry::expiresAt() const
{
    const int days = m_expiry->currentData().toInt();
    if (days == 0)
        return std::nullopt;
    if (days == chooseDate)
        return fromMicroseconds(m_until->dateTime().toMSecsSinceEpoch() * 1000);
    return m_now + std::chrono::days(days);
}

} // namespace tenantry::ui::spaces
