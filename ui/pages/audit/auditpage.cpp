// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditpage.h"

#include "core/domain/messages.h"
#include "ui/pages/audit/auditexport.h"
#include "ui/pages/audit/auditmodel.h"
#include "ui/pages/audit/auditview.h"
#include "ui/pages/audit/auditwords.h"
#include "ui/pages/records/filterboxes.h"
#include "ui/pages/records/recordslist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace audit;

AuditPage::AuditPage(Session &session, HeadStore heads, QWidget *parent)
    : Page(face(), parent), m_session(session), m_watch(new ChainWatch(session, std::move(heads), this)),
      m_model(new AuditModel), m_actor(new SearchField), m_object(new SearchField),
      m_kind(new KindBox(kindText)), m_time(new PeriodBox({0, 1, 7, 30, 90, 365}, 0)), m_view(new AuditView),
      m_list(new RecordsList(session, sync::Question::AuditPage, m_model, u"audit"_s)),
      m_broken(new Banner(Tone::Danger)), m_sealed(makeLabel(TextStyle::Small)),
      m_export(makeButton(ButtonStyle::Default, {}, u"download"_s))
{
    makeTable();
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    auto *notice = new QHBoxLayout;
    notice->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 12);
    notice->addWidget(m_broken);
    column->addLayout(notice);
    column->addWidget(makeSeparator());
    column->addWidget(m_list, 1);
    column->addWidget(makeSeparator());
    column->addWidget(makeFoot());
    left->setMinimumWidth(520);
    auto *splitter = new Splitter;
    splitter->addWidget(left);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({740, 300});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    m_broken->hide();
    connect(m_list, &RecordsList::askWanted, this, &AuditPage::ask);
    connect(m_list, &RecordsList::taken, this, &AuditPage::take);
    connect(m_list, &RecordsList::toastRequested, this,
            [this](const QString &text) { Q_EMIT toastRequested(text); });
    connect(m_watch, &ChainWatch::changed, this, &AuditPage::refreshFoot);
    connect(&m_session, &Session::snapshotChanged, this, &AuditPage::refreshChain);
    refreshChain();
}

QWidget *AuditPage::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(metrics::grid);
    layout->addWidget(m_actor, 1);
    layout->addWidget(m_object, 1);
    layout->addWidget(m_kind, 1);
    layout->addWidget(m_time);
    layout->addWidget(makeTableButton(table()));
    m_kind->setMinimumContentsLength(8);
    m_actor->setResultView(table());
    m_object->setResultView(table());
    connect(m_actor, &SearchField::queryChanged, this, &AuditPage::readFilter);
    connect(m_object, &SearchField::queryChanged, this, &AuditPage::readFilter);
    connect(m_kind, &QComboBox::activated, this, &AuditPage::readFilter);
    connect(m_time, &QComboBox::activated, this, &AuditPage::readFilter);
    return bar;
}

QWidget *AuditPage::makeFoot()
{
    auto *foot = new QWidget;
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, 8);
    layout->addWidget(m_sealed, 1);
    layout->addWidget(m_export);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::chooseFile);
    return foot;
}

void AuditPage::makeTable()
{
    table()->setObjectName(u"audit"_s);
    setColumnWidths(table(), {180, 125, 190, 150, 0});
    connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AuditPage::showCurrent);
}

QTableView *AuditPage::table() const
{
    return m_list->table();
}

PageFace AuditPage::face()
{
    return {u"audit"_s, u"audit"_s, [] { return tr("Audit"); }};
}

TenantId AuditPage::chainOf(const Session &session)
{
    const ActorView actor = session.actor();
    if (!actor.systemAdministrator ||
        !actor.administers.isNull()) // TEN-13: of the tenant that is open to them
        return actor.administers;
    for (const TenantRow &tenant : session.snapshot()->tenants())
        if (tenant.isDefault)
            return tenant.id;
    return {};
}

void AuditPage::activated()
{
    table()->setFocus();
    ask(); // what happened since then
    m_watch->look();
}

void AuditPage::refreshChain()
{
    const TenantId chain = chainOf(m_session);
    setAvailable(!chain.isNull());
    if (chain == m_chain)
        return;
    m_chain = chain;
    m_list->clear();
    m_watch->setChain(chain.uuid());
    if (isVisible())
        ask();
}

void AuditPage::readFilter()
{
    AuditFilter filter{m_actor->query(), m_object->query(), m_kind->kind(), m_time->days()};
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    refreshExport();
    ask();
}

void AuditPage::setFilter(const AuditFilter &filter)
{
    m_actor->setText(filter.actor);
    m_object->setText(filter.object);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(filter.kind)));
    m_time->setDays(filter.days);
    readFilter();
}

void AuditPage::ask()
{
    if (!m_chain.isNull())
        m_list->ask(auditArguments(m_chain, m_filter, m_session.now()));
}

void AuditPage::take(const QJsonObject &page, bool isMore)
{
    if (!isMore) {
        m_kind->setKinds(page["kinds"_L1].toArray());
        m_sealedUpTo = page["sealed_up_to"_L1].toInteger();
    }
    showCurrent();
    refreshFoot();
}

void AuditPage::refreshFoot()
{
    QStringList parts;
    if (m_sealedUpTo > 0)
        parts += tr("Sealed up to %1").arg(momentText(QDateTime::fromMSecsSinceEpoch(m_sealedUpTo / 1000)));
    if (m_watch->state() == ChainWatch::State::Verified)
        parts += tr("chain verified by this console up to entry %1")
                     .arg(QLocale().toString(m_watch->verified().sealNumber));
    m_sealed->setText(parts.join(u" · "_s));
    const bool isBroken = m_watch->state() == ChainWatch::State::Broken;
    setCount(isBroken ? 1 : 0); // so that it is seen from every page
    m_broken->setVisible(isBroken);
    m_broken->setText(
        tr("The audit was tampered with: after entry %1 the chain does not go on as this console saw it "
           "before. Tell whoever runs the server, and keep this computer as a witness.")
            .arg(QLocale().toString(m_watch->brokenAfter())));
}

void AuditPage::showCurrent()
{
    const QModelIndex current = table()->currentIndex();
    m_view->show(current.isValid() ? &m_model->rowAt(current.row()) : nullptr, m_model->names());
}

void AuditPage::chooseFile()
{
    if (m_exporting) {
        m_exporting->cancel();
        return endExport(tr("The export was cancelled"));
    }
    auto *dialog = new QFileDialog(this, tr("Export the audit with its proof"), u"audit.jsonl"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    dialog->open();
}

void AuditPage::exportTo(const QString &file)
{
    const TenantRow *tenant = m_session.snapshot()->tenant(m_chain);
    m_exporting = new AuditExport(m_session, m_chain, tenant ? tenant->name : QString(),
                                  exportFilter(m_filter, m_session.now()), file, this);
    connect(m_exporting, &AuditExport::progressed, m_export,
            [this](int percent) { m_export->setText(tr("Cancel the export (%1 %)").arg(percent)); });
    connect(m_exporting, &AuditExport::finished, this, [this](qint64 entries) {
        endExport(tr("%1 entries exported with their proof").arg(QLocale().toString(entries)));
    });
    connect(m_exporting, &AuditExport::failed, this,
            [this](const Error &error) { endExport(sentence(error)); });
    m_export->setText(tr("Cancel the export (%1 %)").arg(0));
    m_exporting->start();
}

void AuditPage::refreshExport()
{
    if (m_exporting)
        return;
    m_export->setText(m_filter == AuditFilter() ? tr("Export with proof…")
                                                : tr("Export this part with proof…"));
    m_export->setToolTip(m_filter == AuditFilter() ? QString()
                                                   : tr("The details of what the filter shows; of the other "
                                                        "entries only their links, which prove it."));
}

void AuditPage::endExport(const QString &toast)
{
    std::exchange(m_exporting, nullptr)->deleteLater();
    refreshExport();
    Q_EMIT toastRequested(toast);
}

void AuditPage::retranslate()
{
    m_actor->setHint(tr("Actor"));
    m_object->setHint(tr("Object"));
    m_kind->setAccessibleName(tr("Kind of change"));
    m_kind->retranslate();
    m_time->retranslate();
    m_list->retranslate(tr("Audit"), tr("The audit can't be read now"));
    refreshExport();
    m_list->empty()->setTexts(tr("No entries"), tr("Nothing in this audit fits the filter."));
    m_view->retranslate();
    showCurrent();
    refreshFoot();
}

} // namespace tenantry::ui
