// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/securitypage.h"

#include "ui/pages/security/securitymodel.h"
#include "ui/pages/security/securitywords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace security;

SecurityPage::SecurityPage(Session &session, QWidget *parent)
    : SecurityPage(session, new SecurityModel, parent)
{
}

SecurityPage::SecurityPage(Session &session, SecurityModel *model, QWidget *parent)
    : RecordsPage(face(), session, sync::Question::SecurityPage, model, SecurityModel::Tenant, parent),
      m_model(model), m_lists(new Tabs(Tabs::Look::Underlined)), m_gap(new Banner(Tone::Warning))
{
    m_lists->add();
    m_lists->add();
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    tabs->addWidget(m_lists);
    column()->insertLayout(0, tabs);
    auto *notice = new QHBoxLayout;
    notice->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 0);
    notice->addWidget(m_gap);
    column()->insertLayout(1, notice);
    m_gap->hide();
    setColumnWidths(table(), {175, 130, 250, 0, 150}); // the details take what is left
    connect(m_lists, &Tabs::currentChanged, this, [this](int list) { show(List(list)); });
}

PageFace SecurityPage::face()
{
    return {u"security"_s, u"lock"_s, [] { return tr("Security"); }};
}

void SecurityPage::show(List list)
{
    m_lists->setCurrent(list);
    askAnew();
}

QJsonObject SecurityPage::ownArguments() const
{
    return {{u"list"_s, m_lists->current() == Accesses ? u"accesses"_s : u"events"_s}};
}

void SecurityPage::read(const QJsonObject &page)
{
    m_missing = page["gap"_L1].toString();
    showGap();
}

void SecurityPage::showGap()
{
    m_gap->setText(m_missing == u"off"_s ? tr("The server does not write the log that these lists are made "
                                              "of: sign-ins and data access are not "
                                              "recorded. Whoever runs the server finds what is missing with "
                                              "\"tenantryctl server status\".")
                   : m_missing == u"connections"_s
                       ? tr("The server does not log who signs in: unusual sign-ins are not noticed. Whoever "
                            "runs it finds what is missing with "
                            "\"tenantryctl server status\".")
                       : tr("No worker reads the server's log at present: what happens now is listed once "
                            "one runs again."));
    m_gap->setVisible(!m_missing.isEmpty());
}

QString SecurityPage::kindText(const QString &kind) const
{
    return security::kindText(kind);
}

void SecurityPage::retranslate()
{
    RecordsPage::retranslate();
    m_lists->setText(Events, tr("Security events"));
    m_lists->setText(Accesses, tr("Data access"));
    m_lists->setAccessibleName(tr("Lists"));
    showGap();
    note()->setText(tr(
        "Events are kept for a year, data access for 90 days. They come a few seconds after they happened."));
}

} // namespace tenantry::ui
