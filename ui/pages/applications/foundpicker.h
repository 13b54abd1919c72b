// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/widgets/typedvalue.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QTimer;

namespace tenantry::ui::applications {

/// Chooses one of those that the server finds: a tenant to join (MOV-8), a person to administer a new one
/// (TEN-1). What can't be seen from here can't be searched here, so it takes a connection.
/// Not one with explorer::PickField, which completes from the index that this console holds, at each letter and
/// offline too: here nothing is known before the server answers, so the state of the question (searching, found
/// nothing, no connection) is shown below the field, and with it what was found, so that two who bear one name can
/// be told apart before one is chosen. A form kept over a lock holds their ID alone and asks for the name again.
class FoundPicker final : public QWidget, public TypedEditor
{
    Q_OBJECT
public:
    struct Found
    {
        QUuid id;
        QString name;
        QString detail; ///< the code of a tenant, the MIS account of a person
        friend bool operator==(const Found &, const Found &) = default;
    };
    FoundPicker(Session &session, sync::Question question, QWidget *parent = nullptr);

    [[nodiscard]] const std::optional<Found> &chosen() const { return m_chosen; }
    void choose(const std::optional<Found> &found);
    /// What was searched for, and the ID of what was chosen: its name the server is asked for again.
    [[nodiscard]] QVariant typed() const override;
    void setTyped(const QVariant &typed) override;
    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] QListWidget *list() const { return m_list; }
    /// Placeholder of the search; names its list for whoever can't see it.
    void setTexts(const QString &hint, const QString &nothingChosen);

Q_SIGNALS:
    void chosenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void take(const Result<QJsonValue> &answer);
    void say(const QString &text);
    void refresh();

    Session &m_session;
    const sync::Question m_question;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_note;
    QTimer *m_pause;
    QString m_nothingChosen;
    QList<Found> m_found;
    std::optional<Found> m_chosen;
    QUuid m_wanted; ///< to be chosen where it is found
    QPointer<QObject> m_asking; ///< the answer is wanted while it lives
};

} // namespace tenantry::ui::applications
