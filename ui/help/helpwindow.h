// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/helpbook.h"

#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace tenantry::ui
{

class Language;

/// The help in a window of its own, beside the work (APP-6): contents on the left, the topic on the right.
class HelpWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit HelpWindow(const Language &language, QWidget *parent = nullptr);
    /// The topic of that ID, or the first where there is none (a page without a topic of its own).
    void showTopic(const QString &id);
    [[nodiscard]] QString currentTopic() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void showRow(int row);

    const Language &m_language;
    QList<help::Topic> m_topics;
    QListWidget *m_contents;
    QTextBrowser *m_text;
};

} // namespace tenantry::ui
