// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/pickers.h"

#include "core/directory/searchindex.h"

#include <QCompleter>
#include <QEvent>
#include <QLineEdit>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype offeredPeople = 30;

} // namespace

OrganizationPicker::OrganizationPicker(const Session &session, TenantId tenant, OrganizationId except, QWidget *parent) : QComboBox(parent)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto exceptIndex = snapshot->findOrganization(except);
    const auto tenantIndex = snapshot->findTenant(tenant);
    if (!tenantIndex.isValid())
        return;
    for (const auto root : snapshot->rootOrganizations(tenantIndex)) {
        for (const auto index : snapshot->subtree(root)) {
            const auto view = snapshot->organization(index);
            if (!view.isEffectivelyEnabled() || (exceptIndex.isValid() && snapshot->isWithin(index, exceptIndex)))
                continue;
            addItem(QString(view.depth() * 4, u' ') + view.name(), view.id().uuid());
        }
    }
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(18);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    // In the field the indentation of the list would look like a mistake.
    connect(this, &QComboBox::currentIndexChanged, this, [this](int row) { lineEdit()->setText(itemText(row).trimmed()); });
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        for (int row = 0; row < count(); ++row)
            if (itemText(row).trimmed() == lineEdit()->text().trimmed())
                return setCurrentIndex(row);
    });
}

OrganizationId OrganizationPicker::chosen() const
{
    // What stands in the field is what the person means: a text that names none of them chooses none.
    const bool resolved = lineEdit() && lineEdit()->text().trimmed() == itemText(currentIndex()).trimmed();
    return resolved ? OrganizationId(currentData().toUuid()) : OrganizationId();
}

void OrganizationPicker::choose(OrganizationId id)
{
    setCurrentIndex(findData(id.uuid()));
    if (currentIndex() >= 0)
        lineEdit()->setText(itemText(currentIndex()).trimmed());
}

PersonPicker::PersonPicker(const Session &session, TenantId tenant, QWidget *parent) : QComboBox(parent), m_session(session), m_tenant(tenant)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    // The items are the hits already, pinyin included. The completer's list leaves the keyboard to the field,
    // which the combo box's own list would take.
    completer()->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    lineEdit()->setPlaceholderText(tr("Nobody; type a name to search"));
    addItem(tr("Nobody"), QUuid());
    connect(lineEdit(), &QLineEdit::textEdited, this, &PersonPicker::search);
}

void PersonPicker::search(const QString &query)
{
    const directory::SearchIndexPtr index = m_session.searchIndex();
    if (!index)
        return;
    const UserId before = chosen();
    const int cursor = lineEdit()->cursorPosition();
    const QSignalBlocker quiet(this);
    const QSignalBlocker quietList(completer()); // it would put the item that becomes its current one into the field
    clear();
    addItem(tr("Nobody"), QUuid());
    offer(before);
    directory::SearchOptions options;
    options.kinds = directory::SearchKind::User;
    options.limit = offeredPeople * 4; // some are of other tenants
    const directory::Snapshot &snapshot = *index->snapshot();
    for (const directory::SearchHit &hit : index->find(query, options).hits) {
        const auto user = snapshot.user(hit.user());
        if (snapshot.tenantId(user.tenant()) == m_tenant && user.status() == UserStatus::Active && count() < offeredPeople)
            offer(user.id());
    }
    setCurrentIndex(-1);
    lineEdit()->setText(query);
    lineEdit()->setCursorPosition(cursor);
}

void PersonPicker::offer(UserId id)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findUser(id);
    if (id.isNull() || !index.isValid() || findData(id.uuid()) >= 0)
        return;
    const auto user = snapshot->user(index);
    addItem(user.mis().isEmpty() ? user.name() : user.name() + u'/' + user.mis(), id.uuid());
}

UserId PersonPicker::chosen() const
{
    return lineEdit()->text() == itemText(currentIndex()) ? UserId(currentData().toUuid()) : UserId();
}

bool PersonPicker::isUnresolved() const
{
    const QString typed = lineEdit()->text().trimmed();
    return !typed.isEmpty() && typed != itemText(currentIndex()).trimmed();
}

void PersonPicker::choose(UserId id)
{
    offer(id);
    setCurrentIndex(std::max(0, findData(id.uuid())));
}

void PersonPicker::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        lineEdit()->setPlaceholderText(tr("Nobody; type a name to search"));
}

} // namespace tenantry::ui
