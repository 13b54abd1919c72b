// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/approvallist.h"

#include "core/directory/pinyin.h"
#include "core/domain/normalise.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/pages/approvals/words.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using Mark = ApprovalItem::Mark;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::ApprovalsModel)
};

/// Above it, a reset is faster than as many signals; the page keeps its selection over it.
constexpr size_t maximumRanges = 32;

/// Between what is found by itself: no word reaches over it.
constexpr char separator = '\n';

QString queuedWords(const ApprovalItem &item)
{
    if (item.commandKind == "application_withdraw"_L1)
        return Words::tr("Withdrawal queued");
    return item.approve ? Words::tr("Approval queued") : Words::tr("Rejection queued");
}

void appendName(QByteArray &text, const QString &name)
{
    const QString folded = normalise(name);
    text += folded.toUtf8() + separator;
    std::vector<QByteArray> spellings, initials;
    directory::Pinyin::table().spell(folded, spellings, initials);
    for (const auto *list : {&spellings, &initials})
        for (const QByteArray &spelt : *list)
            text += spelt + separator;
}

std::vector<ApprovalEdits::Range> rangesOf(const std::vector<bool> &marked)
{
    std::vector<ApprovalEdits::Range> ranges;
    for (size_t i = 0; i < marked.size(); ++i) {
        if (!marked[i])
            continue;
        if (i == 0 || !marked[i - 1])
            ranges.push_back({int(i), int(i)});
        ranges.back().last = int(i);
    }
    return ranges;
}

} // namespace

StatusWords statusWords(const ApprovalItem &item)
{
    switch (item.mark) {
    case Mark::Queued:
        return {queuedWords(item), int(Tone::Info)};
    case Mark::Sending:
        return {Words::tr("Being sent"), int(Tone::Info)};
    case Mark::Sent:
        return {Words::tr("Sent"), int(Tone::Info)};
    default:
        break;
    }
    if (!item.application)
        return {Words::tr("Not visible"), int(Tone::Neutral)};
    switch (item.application->status) {
    case ApplicationStatus::Pending: {
        const qsizetype stages = item.application->stages.size();
        return {stages > 1 ? Words::tr("Stage %1 of %2").arg(item.application->stage).arg(stages)
                           : Words::tr("Pending"),
                int(Tone::Neutral)};
    }
    case ApplicationStatus::Approved:
        return {Words::tr("Approved"), int(Tone::Success)};
    case ApplicationStatus::Rejected:
        return {Words::tr("Rejected"), int(Tone::Danger)};
    case ApplicationStatus::Withdrawn:
        return {Words::tr("Withdrawn"), int(Tone::Neutral)};
    case ApplicationStatus::Ended:
        return {Words::tr("Ended"), int(Tone::Neutral)};
    }
    return {};
}

QString subjectOf(const ApprovalItem &item)
{
    return item.application ? applicationKind(item.application->applicationKind).subject(*item.application)
                            : item.title;
}

QString applicantOf(const ApprovalItem &item, const directory::Snapshot &snapshot)
{
    return item.application ? personName(snapshot, item.application->applicantId) : QString();
}

ApprovalEdits ApprovalEdits::between(const ApprovalItems &before, const ApprovalItems &after)
{
    QHash<QUuid, int> places;
    places.reserve(qsizetype(after.size()));
    for (size_t i = 0; i < after.size(); ++i)
        places.insert(after[i]->key, int(i));
    std::vector<bool> gone(before.size()), come(after.size(), true), changed(after.size());
    std::vector<int> stay; // where in the new list
    for (size_t i = 0; i < before.size(); ++i) {
        const int place = places.value(before[i]->key, -1);
        gone[i] = place < 0;
        if (place < 0)
            continue;
        stay.push_back(place);
        come[size_t(place)] = false;
        changed[size_t(place)] = before[i] != after[size_t(place)];
    }
    ApprovalEdits edits;
    edits.removed = rangesOf(gone);
    std::reverse(edits.removed.begin(), edits.removed.end());
    edits.inserted = rangesOf(come);
    edits.changed = rangesOf(changed);
    if (edits.removed.size() + edits.inserted.size() > maximumRanges) {
        edits.reset = true;
        return edits;
    }
    if (edits.changed.size() > maximumRanges)
        edits.changed = {{0, int(after.size()) - 1}};
    if (!std::is_sorted(stay.begin(), stay.end())) {
        std::vector<int> order(stay);
        std::sort(order.begin(), order.end());
        for (int &place : stay) // among those that stay
            place = int(std::lower_bound(order.begin(), order.end(), place) - order.begin());
        edits.moved = std::move(stay);
    }
    return edits;
}

ApprovalLister::ApprovalLister() : m_boxes(std::make_shared<const ApprovalBoxes>()) {}
ApprovalLister::~ApprovalLister() = default;

ApprovalList ApprovalLister::list(const ApprovalQuestion &question, std::stop_token stop)
{
    follow(question.source, stop);
    if (stop.stop_requested())
        return {};
    ApprovalList list{question.filter, m_source.snapshot, m_boxes, m_checks, {}, {}};
    list.shown = std::make_shared<const ApprovalItems>(filtered(question.filter, stop));
    list.edits = ApprovalEdits::between(question.shown ? *question.shown : ApprovalItems(), *list.shown);
    return list;
}

void ApprovalLister::follow(const ApprovalSource &source, std::stop_token stop)
{
    const bool sameActor = m_source.actor.userId == source.actor.userId &&
                           m_source.actor.systemAdministrator == source.actor.systemAdministrator &&
                           m_source.actor.administers == source.actor.administers;
    const bool sameScopes = m_source.held == source.held;
    if (m_source.snapshot == source.snapshot && sameActor && sameScopes &&
        m_source.commands == source.commands)
        return;
    auto boxes = std::make_shared<const ApprovalBoxes>(approvalBoxes(source, *m_boxes, stop));
    if (stop.stop_requested())
        return;
    m_boxes = std::move(boxes);
    if (!m_checks || m_checks->isComplete() != source.actor.systemAdministrator) {
        m_checks = std::make_shared<const ApplicationChecks>(source.snapshot,
                                                             source.actor.systemAdministrator, source.held);
    } else if (m_checks->snapshot() != source.snapshot || !sameScopes) {
        auto next = std::make_shared<ApplicationChecks>(*m_checks);
        next->follow(source.snapshot, source.held);
        m_checks = next;
    }
    m_source = source;
}

const QByteArray &ApprovalLister::textOf(const ApprovalItem &item)
{
    Text &text = m_texts[item.key];
    const QString applicant = applicantOf(item, *m_source.snapshot);
    if (text.application == item.application && text.applicant == applicant && !text.found.isEmpty())
        return text.found;
    text = {item.application, applicant, {}};
    appendName(text.found, subjectOf(item));
    appendName(text.found, applicant);
    if (item.application)
        text.found += normalise(item.application->form.value("code"_L1).toString()).toUtf8() + separator;
    return text.found;
}

ApprovalItems ApprovalLister::filtered(const ApprovalFilter &filter, std::stop_token stop)
{
    QList<QByteArray> words;
    for (const QString &word : normalise(filter.query).simplified().split(u' ', Qt::SkipEmptyParts))
        words.append(word.toUtf8());
    ApprovalItems items;
    for (const ApprovalItemPtr &item : m_boxes->of(filter.box)) {
        if (stop.stop_requested())
            return {};
        if (!filter.kind.isEmpty() &&
            (!item->application || item->application->applicationKind != filter.kind))
            continue;
        if (!words.isEmpty()) {
            const QByteArray &text = textOf(*item);
            if (!std::all_of(words.cbegin(), words.cend(),
                             [&text](const QByteArray &word) { return text.contains(word); }))
                continue;
        }
        items.push_back(item);
    }
    sort(items, filter, stop);
    return items;
}

QCollatorSortKey ApprovalLister::key(const QString &text)
{
    auto found = m_keys.constFind(text);
    if (found == m_keys.cend())
        found = m_keys.insert(text, m_collator.sortKey(text));
    return *found;
}

void ApprovalLister::sort(ApprovalItems &items, const ApprovalFilter &filter, std::stop_token stop)
{
    const bool descending = filter.direction == Qt::DescendingOrder;
    if (filter.order == ApprovalOrder::Age) {
        // Ascending age: the youngest first.
        std::stable_sort(items.begin(), items.end(),
                         [descending](const ApprovalItemPtr &a, const ApprovalItemPtr &b) {
                             return descending ? a->at < b->at : a->at > b->at;
                         });
        return;
    }
    const auto textFor = [&](const ApprovalItem &item) {
        switch (filter.order) {
        case ApprovalOrder::Subject:
            return subjectOf(item);
        case ApprovalOrder::Applicant:
            return applicantOf(item, *m_source.snapshot);
        case ApprovalOrder::Stage:
            return statusWords(item).text;
        default:
            return item.application ? item.application->applicationKind : QString();
        }
    };
    std::vector<std::pair<QCollatorSortKey, ApprovalItemPtr>> keyed;
    keyed.reserve(items.size());
    for (const ApprovalItemPtr &item : items) {
        if (stop.stop_requested())
            return;
        keyed.emplace_back(key(textFor(*item)), item);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [descending](const auto &a, const auto &b) {
        return descending ? b.first < a.first : a.first < b.first;
    });
    for (size_t i = 0; i < items.size(); ++i)
        items[i] = std::move(keyed[i].second);
}

} // namespace tenantry::ui
