// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/membersbars.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/memberactions.h"
#include "ui/pages/spaces/rolemenu.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

MembersToolbar::MembersToolbar(MembersModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_search(new SearchField), m_roleFilter(new QComboBox),
      m_roles(makeButton(ButtonStyle::Quiet, {}, u"question"_s)),
      m_addPeople(makeButton(ButtonStyle::Primary, {}, u"plus"_s)),
      m_addOrganizations(makeButton(ButtonStyle::Default, {}, u"organization"_s))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 10, metrics::pageMargin, 8);
    layout->setSpacing(8);
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(280);
    m_search->setAnswersEachLetter(true);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_roleFilter);
    layout->addWidget(m_roles);
    layout->addStretch();
    layout->addWidget(m_addOrganizations);
    layout->addWidget(m_addPeople);
    connect(m_search, &SearchField::queryChanged, m_model, &MembersModel::setQuery);
    connect(m_roleFilter, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setRoleFilter(Role(m_roleFilter->currentData().toInt())); });
    connect(m_roles, &QPushButton::clicked, this, [this] { (new RoleTable(this))->popupBelow(m_roles); });
    connect(m_addPeople, &QPushButton::clicked, this, &MembersToolbar::addPeopleRequested);
    connect(m_addOrganizations, &QPushButton::clicked, this, &MembersToolbar::addOrganizationsRequested);
}

void MembersToolbar::addTool(QWidget *tool)
{
    auto *bar = static_cast<QHBoxLayout *>(layout());
    bar->insertWidget(bar->indexOf(m_roles) + 1, tool);
}

bool MembersToolbar::canAdd() const
{
    return m_addPeople->isEnabled();
}

void MembersToolbar::clear()
{
    m_search->clear();
    m_roleFilter->setCurrentIndex(0);
}

void MembersToolbar::refresh()
{
    const QString reason = addingRefusal(m_model->rights());
    setUsable(m_addPeople, reason.isEmpty(), reason);
    setUsable(m_addOrganizations, reason.isEmpty(), reason);
}

void MembersToolbar::fillRoles()
{
    const QSignalBlocker quiet(m_roleFilter);
    const int before = std::max(0, m_roleFilter->currentIndex());
    m_roleFilter->clear();
    m_roleFilter->addItem(tr("All roles"), int(Role::None));
    for (const Role role :
         {Role::Owner, Role::Administrator, Role::Editor, Role::Commenter, Role::Viewer, Role::Guest})
        m_roleFilter->addItem(access::roleName(role), int(role));
    m_roleFilter->setCurrentIndex(before);
}

void MembersToolbar::retranslate()
{
    m_search->setHint(tr("Member or organization, pinyin too"));
    m_roleFilter->setAccessibleName(tr("Role"));
    m_roles->setText(tr("Roles"));
    m_roles->setToolTip(tr("What each role may do"));
    m_roles->setAccessibleDescription(tr("What each role may do"));
    m_addPeople->setText(tr("Add people"));
    m_addOrganizations->setText(tr("Add organizations or role groups"));
    fillRoles();
    refresh();
}

MembersBulkBar::MembersBulkBar(MembersModel *model, MemberActions *actions, QWidget *parent)
    : QWidget(parent), m_model(model), m_all(new QCheckBox), m_selected(makeLabel(TextStyle::Muted)),
      m_role(makeButton(ButtonStyle::Default)), m_expiry(makeButton(ButtonStyle::Default)),
      m_remove(makeButton(ButtonStyle::Default, {}, u"trash"_s))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 8);
    layout->setSpacing(8);
    m_all->setTristate(true);
    auto *roles = new QMenu(this);
    auto *expiries = new QMenu(this);
    m_role->setMenu(roles);
    m_expiry->setMenu(expiries);
    layout->addWidget(m_all);
    layout->addWidget(m_selected);
    layout->addStretch();
    layout->addWidget(m_role);
    layout->addWidget(m_expiry);
    layout->addWidget(m_remove);
    connect(m_all, &QCheckBox::clicked, this,
            [this] { m_model->tickShown(m_all->checkState() != Qt::Unchecked); });
    connect(roles, &QMenu::aboutToShow, actions, [actions, roles] { actions->fillBulkRoles(roles); });
    connect(expiries, &QMenu::aboutToShow, actions,
            [actions, expiries] { actions->fillBulkExpiry(expiries); });
    connect(m_remove, &QPushButton::clicked, actions,
            [this, actions] { actions->remove(m_model->tickedRows()); });
    connect(m_model, &MembersModel::ticksChanged, this, &MembersBulkBar::refresh);
    connect(m_model, &MembersModel::listed, this, &MembersBulkBar::refresh);
}

QWidget *MembersBulkBar::lastControl() const
{
    return m_remove;
}

void MembersBulkBar::refresh()
{
    const QLocale locale;
    const int ticked = m_model->tickedCount();
    const int shown = m_model->shownTickedCount();
    {
        const QSignalBlocker quiet(m_all);
        m_all->setCheckState(shown == 0                     ? Qt::Unchecked
                             : shown == m_model->rowCount() ? Qt::Checked
                                                            : Qt::PartiallyChecked);
    }
    m_selected->setText(ticked == 0 ? QString()
                        : ticked == shown
                            ? tr("%1 selected").arg(locale.toString(ticked))
                            : tr("%1 selected, %2 of them not shown")
                                  .arg(locale.toString(ticked), locale.toString(ticked - shown)));
    QString reason = addingRefusal(m_model->rights());
    if (reason.isEmpty() && ticked == 0)
        reason = tr("Tick members first");
    for (QPushButton *button : {m_role, m_expiry, m_remove})
        setUsable(button, reason.isEmpty(), reason);
}

void MembersBulkBar::retranslate()
{
    m_all->setText(tr("All shown"));
    m_role->setText(tr("Change role"));
    m_expiry->setText(tr("Renew"));
    m_remove->setText(tr("Remove"));
    refresh();
}

} // namespace tenantry::ui::spaces
