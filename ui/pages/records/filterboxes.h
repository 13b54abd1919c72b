// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <functional>

class QJsonArray;

namespace tenantry::ui {

/// "Everything", or one of the kinds that the server has found.
class KindBox final : public QComboBox
{
    Q_OBJECT
public:
    using Words = std::function<QString(const QString &kind)>;
    explicit KindBox(Words words, QWidget *parent = nullptr);
    [[nodiscard]] QString kind() const { return currentData().toString(); } ///< empty: everything
    /// In the order of their words; what is chosen stays chosen while it is among them.
    void setKinds(const QJsonArray &kinds);
    void retranslate();

private:
    const Words m_words;
};

/// How far back: some days, or any time.
class PeriodBox final : public QComboBox
{
    Q_OBJECT
public:
    /// 0 is any time.
    explicit PeriodBox(const QList<int> &days, int chosen, QWidget *parent = nullptr);
    [[nodiscard]] int days() const { return currentData().toInt(); }
    void setDays(int days) { setCurrentIndex(std::max(0, findData(days))); }
    void retranslate();
};

} // namespace tenantry::ui
