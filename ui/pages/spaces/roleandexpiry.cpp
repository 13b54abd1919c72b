// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/roleandexpiry.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/rolemenu.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

constexpr int chooseDate = -1;

} // namespace

RoleAndExpiry::RoleAndExpiry(const SpaceRights &rights, Instant now, QWidget *parent)
    : QWidget(parent), m_now(now), m_role(new QComboBox), m_expiry(new QComboBox), m_until(new QDateTimeEdit),
      m_abilities(makeParagraph(TextStyle::Small))
{
    for (const Role role : grantableRoles(rights.hasBots)) {
        m_role->addItem(access::roleName(role), int(role));
        const int row = m_role->count() - 1;
        const QString reason = refusalSentence(rights, Role::None, role);
        m_role->setItemData(row, reason.isEmpty() ? roleAbilities(role) : reason, Qt::ToolTipRole);
        if (auto *model = qobject_cast<QStandardItemModel *>(m_role->model()); model && !reason.isEmpty())
            model->item(row)->setEnabled(false);
    }
    m_role->setAccessibleName(tr("Role"));
    m_expiry->addItem(tr("No expiry"), 0);
    for (const int days : {7, 30, 90, 180, 365})
        m_expiry->addItem(tr("For %1 days").arg(days), days);
    m_expiry->addItem(tr("Until a date…"), chooseDate);
    m_expiry->setAccessibleName(tr("Expiry"));
    m_until->setCalendarPopup(true);
    m_until->setDateTime(localTime(now).addDays(30));
    m_until->setMinimumDateTime(localTime(now).addSecs(60));
    m_until->setAccessibleName(tr("Expires"));
    m_until->hide();

    QPushButton *table = makeButton(ButtonStyle::Quiet, tr("What each role may do"), u"question"_s);
    connect(table, &QPushButton::clicked, this, [this, table] { (new RoleTable(this))->popupBelow(table); });
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(makeLabel(TextStyle::Muted, tr("Role")));
    line->addWidget(m_role);
    line->addSpacing(8);
    line->addWidget(makeLabel(TextStyle::Muted, tr("Expiry")));
    line->addWidget(m_expiry);
    line->addWidget(m_until);
    line->addStretch();
    line->addWidget(table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_abilities);
    connect(m_role, &QComboBox::currentIndexChanged, this, &RoleAndExpiry::describe);
    connect(m_expiry, &QComboBox::currentIndexChanged, this, [this] { m_until->setVisible(m_expiry->currentData().toInt() == chooseDate); });
    setRole(Role::Viewer);
    describe();
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
