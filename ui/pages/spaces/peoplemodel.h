// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/pages/spaces/peoplesearch.h"

#include <QAbstractListModel>

namespace tenantry::ui::spaces {

/// The people that a search found, to be ticked. Ticked ones stay chosen when the search changes. Who is in
/// the place already can't be ticked.
class PeopleModel final : public DiffingModel<QAbstractListModel>
{
    Q_OBJECT
public:
    enum ItemRole {
        PhoneRole = Qt::UserRole + 1, ///< QString; empty: none
        EmailRole,                    ///< QString
        PhoneMatchesRole,             ///< QList<TextRange>
        EmailMatchesRole,
        StaffRole,   ///< bool: has the staff's default picture
    };

    PeopleModel(Session &session, const MemberPlace &place, QObject *parent = nullptr);

    void search(const QString &query);
    [[nodiscard]] const PeopleSearch &finder() const { return m_search; }
    [[nodiscard]] const QList<PersonHit> &chosen() const { return m_chosen; }
    void unchoose(const QUuid &id);
    /// False where the snapshot doesn't know them, or they are in the place already.
    bool choose(UserId id);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void chosenChanged();
    /// What is found, or how far the search is.
    void searched();

private:
    void show();
    [[nodiscard]] bool isChosen(UserId id) const;
    [[nodiscard]] QString title(const PersonHit &person) const;
    [[nodiscard]] QVariant matchesIn(const QString &text) const;
    [[nodiscard]] QVariant chips(const PersonHit &person) const;
    [[nodiscard]] QString spoken(const PersonHit &person) const;

    PeopleSearch m_search;
    std::vector<PersonHit> m_people;
    QList<PersonHit> m_chosen;
};

} // namespace tenantry::ui::spaces
