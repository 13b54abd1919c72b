// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditview.h"

#include "ui/pages/audit/auditdiff.h"
#include "ui/pages/audit/auditwords.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/states.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::audit {

AuditView::AuditView(QWidget *parent)
    : DetailPane(u"audit"_s, parent), m_facts(new KeyValueList), m_change(new KeyValueList)
{
    addSection({}, m_facts);
    m_changeSection = addSection({}, m_change);
}

void AuditView::show(const AuditEntry *entry, const QJsonObject &names)
{
    setSelected(entry);
    if (!entry)
        return;
    const auto fact = [this](const QString &key, const QString &value) {
        if (!value.isEmpty())
            m_facts->setValue(m_facts->addRow(key), value);
    };
    const QJsonObject origin = entry->detail ? (*entry->detail)["origin"_L1].toObject() : QJsonObject();
    setTitle(kindText(entry->kind));
    setSubtitle(momentText(spaces::localTime(entry->at)));
    m_facts->clear();
    fact(tr("Actor"), entry->actor.isEmpty() ? tr("Tenantry itself") : entry->actor);
    fact(objectKindText(entry->objectKind), entry->object);
    fact(tr("Reason"), entry->reason());
    fact(tr("Client"),
         QString(origin["client"_L1].toString() + u' ' + origin["version"_L1].toString()).trimmed());
    if (origin["offline"_L1].toBool())
        fact(tr("Decided offline"),
             momentText(QDateTime::fromMSecsSinceEpoch(origin["decided_at"_L1].toInteger() / 1000)));
    if (origin.contains("break_glass"_L1)) // TEN-13
        fact(tr("Done under"), tr("an access of the platform team for maintenance"));
    fact(tr("In the chain"), entry->sealNumber ? tr("entry %1").arg(QLocale().toString(*entry->sealNumber))
                                               : tr("not sealed yet"));
    showChange(*entry, names);
    KeyValueList::align({m_facts, m_change});
    scrollToTop();
}

void AuditView::showChange(const AuditEntry &entry, const QJsonObject &names)
{
    m_change->clear();
    if (!entry.detail) {
        m_change->setValue(
            m_change->addRow(),
            tr("The details were erased. The chain proves that they were not changed before."));
        return setSectionShown(m_changeSection, true);
    }
    const auto when = [](const QString &field, const QString &moment) {
        return field.isEmpty() ? moment : tr("%1: %2", "a field, before or after").arg(field, moment);
    };
    const QList<DiffLine> lines = auditDiff(*entry.detail, names);
    for (const DiffLine &line : lines) {
        const QString none = tr("–", "no value");
        const QString before = line.before.isEmpty() ? none : line.before,
                      after = line.after.isEmpty() ? none : line.after;
        if (line.field.isEmpty() || before.contains(u'\n') || after.contains(u'\n')) {
            m_change->setValue(m_change->addRow(when(line.field, tr("Before"))), before);
            m_change->setValue(m_change->addRow(when(line.field, tr("After"))), after);
        } else {
            m_change->setValue(m_change->addRow(line.field), before + u" → "_s + after);
        }
    }
    setSectionShown(m_changeSection, !lines.isEmpty());
}

void AuditView::retranslate()
{
    setSectionTitle(m_changeSection, tr("Before → after"));
    empty()->setTexts(tr("Nothing selected"), tr("Select an entry to see what was before and after."));
}

} // namespace tenantry::ui::audit
