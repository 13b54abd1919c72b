// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/filterboxes.h"

#include <QJsonArray>

#include <algorithm>

namespace tenantry::ui {

KindBox::KindBox(Words words, QWidget *parent) : QComboBox(parent), m_words(std::move(words))
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addItem(QString());
}

void KindBox::setKinds(const QJsonArray &kinds)
{
    const QString chosen = kind();
    QList<std::pair<QString, QString>> words;
    for (const QJsonValue &kind : kinds)
        words.append({m_words(kind.toString()), kind.toString()});
    std::ranges::sort(words,
                      [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    clear();
    addItem(tr("Everything"));
    for (const auto &[text, kind] : words)
        addItem(text, kind);
    setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : findData(chosen)));
}

void KindBox::retranslate()
{
    setItemText(0, tr("Everything"));
    for (int i = 1; i < count(); ++i)
        setItemText(i, m_words(itemData(i).toString()));
}

PeriodBox::PeriodBox(const QList<int> &days, int chosen, QWidget *parent) : QComboBox(parent)
{
    for (const int each : days)
        addItem(QString(), each);
    setDays(chosen);
}

void PeriodBox::retranslate()
{
    setAccessibleName(tr("Time"));
    for (int i = 0; i < count(); ++i) {
        const int days = itemData(i).toInt();
        setItemText(i, days == 0   ? tr("Any time")
                       : days == 1 ? tr("Last day")
                                   : tr("Last %1 days").arg(days));
    }
}

} // namespace tenantry::ui
