// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/platform/administratorspage.h"

#include "core/domain/messages.h"
#include "ui/pages/platform/administratorsmodel.h"
#include "ui/pages/platform/appointdialog.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace platform;

AdministratorsPage::AdministratorsPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_model(new AdministratorsModel(this)), m_header(new PageHeader),
      m_dismiss(makeButton(ButtonStyle::Default, {}, u"minus"_s)),
      m_appoint(makeButton(ButtonStyle::Primary, {}, u"plus"_s)), m_table(new QTableView),
      m_states(new StateStack(m_table, u"user-check"_s))
{
    makeTable();
    m_header->addAction(m_dismiss);
    m_header->addAction(m_appoint);
    m_header->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 12);
    fillWithRows(this, {m_header, m_states});
    connect(m_appoint, &QPushButton::clicked, this, &AdministratorsPage::appoint);
    connect(m_dismiss, &QPushButton::clicked, this, &AdministratorsPage::dismiss);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        setAvailable(isFor(m_session));
        contentChanged(m_session);
    });
    refresh();
}

PageFace AdministratorsPage::face()
{
    return {u"administrators"_s, u"user-check"_s, [] { return tr("System administrators"); }};
}

void AdministratorsPage::makeTable()
{
    m_table->setObjectName(u"administrators"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setColumnWidths(m_table, {0, 130, 190, 190});
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AdministratorsPage::refreshButtons);
}

void AdministratorsPage::activated()
{
    m_table->setFocus();
}

bool AdministratorsPage::showObject(const QString &objectId)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->itemAt(row).id == QUuid::fromString(objectId)) {
            m_table->selectRow(row);
            return true;
        }
    return false;
}

void AdministratorsPage::refresh()
{
    setAvailable(isFor(m_session));
    m_model->refresh(m_session);
    if (m_model->rowCount() > 0)
        m_states->showContent();
    else
        m_states->showLoading(); // there is always one
    refreshButtons();
}

QString AdministratorsPage::dismissal() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return tr("Select a system administrator first.");
    if (const QString reason = m_session.refusal(u"system_administrator_dismiss"_s, {}); !reason.isEmpty())
        return reason;
    if (m_model->itemAt(rows.constFirst().row()).isActive && m_model->active() == 1)
        return sentence(Error{ErrorClass::Business, u"system_administrator.last"_s, {}, {}});
    return {};
}

void AdministratorsPage::refreshButtons()
{
    const QString refusal = dismissal();
    setUsable(m_dismiss, refusal.isEmpty(), refusal);
    const QString appointment = m_session.refusal(u"system_administrator_appoint"_s, {});
    setUsable(m_appoint, appointment.isEmpty(), appointment);
}

void AdministratorsPage::appoint()
{
    CommandDialog::openKept(this, [this] { return new AppointDialog(m_session, window()); });
}

void AdministratorsPage::dismiss()
{
    if (!dismissal().isEmpty())
        return;
    const AdministratorItem &item = m_model->itemAt(m_table->selectionModel()->selectedRows().constFirst().row());
    (new DismissDialog(m_session, UserId(item.id), item.name, window()))->open();
}

void AdministratorsPage::retranslate()
{
    m_header->setTitle(title());
    m_header->setSubtitle(tr("Who acts for the platform. One who can act always stays."));
    m_dismiss->setText(tr("Dismiss…"));
    m_appoint->setText(tr("Appoint…"));
    m_table->setAccessibleName(title());
    m_states->loading()->setText(tr("Loading…"));
    m_model->retranslate();
    refresh();
}

} // namespace tenantry::ui
