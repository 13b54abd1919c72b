// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/batchdetail.h"

#include "core/domain/messages.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/session/session.h"
#include "ui/widgets/text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

/// More are summed up: nobody reads them one by one.
constexpr qsizetype maximumListed = 60;

CheckItem itemFor(const ApprovalItem &item, const Session &session, const ApplicationChecks &checks)
{
    const QString subject = item.application ? applicationKind(item.application->applicationKind).subject(*item.application) : item.title;
    const QString whyNot = whyNotDecidable(item, session);
    if (!whyNot.isEmpty())
        return {CheckState::Unknown, BatchDetail::tr("%1: left out").arg(subject), whyNot};
    QStringList failed;
    for (const CheckItem &check : applicationKind(item.application->applicationKind).checks(*item.application, checks))
        if (check.state == CheckState::Failed)
            failed.append(check.detail.isEmpty() ? check.sentence : check.detail);
    if (!failed.isEmpty())
        return {CheckState::Failed, BatchDetail::tr("%1: approving it would be refused").arg(subject), failed.join(u"; "_s)};
    return {CheckState::Passed, subject, {}};
}

} // namespace

QString whyNotDecidable(const ApprovalItem &item, const Session &session)
{
    if (!item.application || item.application->status != ApplicationStatus::Pending)
        return BatchDetail::tr("It is no longer pending.");
    if (item.application->applicantId == session.userId())
        return sentence(Error{ErrorClass::Business, u"application.own"_s, {}, {}});
    if (!decides(session.actor(), *item.application))
        return BatchDetail::tr("You don't decide this.");
    if (item.mark != ApprovalItem::Mark::None && item.mark != ApprovalItem::Mark::Attention)
        return BatchDetail::tr("Your decision is queued already.");
    return {};
}

BatchDetail::BatchDetail(QWidget *parent)
    : DetailPane(u"inbox"_s, parent), m_list(new CheckList), m_sentence(makeParagraph(TextStyle::Body))
{
    addSection({}, m_sentence);
    m_listSection = addSection({}, m_list);
}

void BatchDetail::clear()
{
    m_list->setItems({});
    setSelected(false);
}

void BatchDetail::show(const QList<ApprovalItem> &items, const Session &session, const ApplicationChecks &checks)
{
    qsizetype decidable = 0;
    for (const ApprovalItem &item : items)
        decidable += whyNotDecidable(item, session).isEmpty();
    setTitle(tr("%1 applications").arg(items.size()));
    setSubtitle(decidable == items.size() ? tr("All can be decided together")
                                          : tr("%1 of them can be decided").arg(decidable));
    m_sentence->setText(tr("One comment goes to all applicants. Each application is decided by itself: where one is refused, the "
                           "others still go through."));
    setSectionTitle(m_listSection, tr("What happens to each"));
    QList<CheckItem> listed;
    for (const ApprovalItem &item : items.first(std::min(items.size(), maximumListed)))
        listed.append(itemFor(item, session, checks));
    if (items.size() > maximumListed)
        listed.append({CheckState::Unknown, tr("and %1 more").arg(items.size() - maximumListed), {}});
    m_list->setItems(listed);
    setSelected(true);
}

void BatchDetail::showTooMany(int count, int most)
{
    setTitle(tr("%1 applications").arg(QLocale().toString(count)));
    setSubtitle(tr("Too many to decide at once"));
    m_sentence->setText(tr("Select at most %1 applications: with the search, or a part of the list.").arg(QLocale().toString(most)));
    m_list->setItems({});
    setSectionTitle(m_listSection, {});
    setSelected(true);
}

} // namespace tenantry::ui
