// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "ui/widgets/checklist.h"

#include <QHash>

namespace tenantry::ui {

/// What the server will check again at the moment of approval, as far as the snapshot can tell (INB-1,
/// TEN-2). Looking something up costs the same however many applications there are; making it goes through
/// them all, following a later snapshot through what changed.
class ApplicationChecks final
{
public:
    /// `complete`: the actor sees every tenant and every application; without, what isn't found is unknown
    /// instead of free.
    ApplicationChecks(directory::SnapshotPtr snapshot, bool complete);

    /// What was true of the snapshot so far becomes true of this one.
    void follow(const directory::SnapshotPtr &snapshot);

    [[nodiscard]] QList<CheckItem> tenantCreation(const ApplicationRow &application) const;

    [[nodiscard]] const directory::SnapshotPtr &snapshot() const { return m_snapshot; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

private:
    struct Holder
    {
        ApplicationId application; ///< null: a tenant
        QString name;
        friend bool operator==(const Holder &, const Holder &) = default;
    };
    using Claims = QMultiHash<QString, Holder>;

    static void claim(Claims &claims, const QString &value, const Holder &holder);
    void add(const TenantRow &tenant);
    void remove(const TenantRow &tenant);
    void add(const ApplicationRow &application);
    void remove(const ApplicationRow &application);
    void readAll();
    void addPerson(QList<CheckItem> &items, const ApplicationRow &application, UserId person,
                   bool applicant) const;
    [[nodiscard]] CheckItem free(const Claims &claims, const ApplicationRow &application,
                                 const QString &value, const QString &sentence) const;
    [[nodiscard]] CheckItem plan(const ApplicationRow &application) const;

    directory::SnapshotPtr m_snapshot;
    bool m_complete;
    Claims m_names, m_codes, m_domains, m_people;
    QHash<UserId, QString> m_administrators; ///< with the name of their tenant
};

} // namespace tenantry::ui
