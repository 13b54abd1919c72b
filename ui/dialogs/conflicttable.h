// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/conflictfields.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QGridLayout;

namespace tenantry::ui {

/// Each field with what was seen, what is there and what is wanted, and the choice between the latter two.
/// What nobody else touched is wanted from the start; what somebody did stays theirs until the person says
/// otherwise.
class ConflictTable final : public QWidget
{
    Q_OBJECT
public:
    enum Choice { Theirs, Mine };

    explicit ConflictTable(QWidget *parent = nullptr);

    /// Choices stay while the field is what it was; one whose present value changed again asks anew, and says
    /// so.
    void setFields(const QList<ConflictField> &fields);
    void choose(const QString &key, Choice choice);
    [[nodiscard]] Choice choiceOf(const QString &key) const;
    [[nodiscard]] QStringList chosenKeys() const; ///< where the choice is Mine
    void retranslate();

Q_SIGNALS:
    void choicesChanged();

private:
    void rebuild();
    int addRow(int row, const ConflictField &field);
    void addHeads();
    void chainRows();
    void addRest(int row, qsizetype count);
    [[nodiscard]] QList<ConflictField> inOrder() const;
    [[nodiscard]] QString focusedKey() const;

    QList<ConflictField> m_fields;
    QHash<QString, Choice> m_choices; ///< of the person; without one the field's own
    QSet<QString> m_changedAgain;
    QHash<QString, QButtonGroup *> m_groups;
    QWidget *m_content = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace tenantry::ui
