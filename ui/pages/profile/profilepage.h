// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;

namespace tenantry::ui {

class Avatar;
class Chip;
class KeyValueList;
class PageHeader;
class StateStack;

/// 个人信息: what the platform knows of whoever is signed in, and what they may change of it (ACC-7, ACC-8).
/// Phone and e-mail stand behind stars until they are revealed, which is logged (OPM-6).
class ProfilePage final : public Page
{
    Q_OBJECT
public:
    explicit ProfilePage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    void activated() override;
    void edit();
    void changePassword();
    /// Shows phone and e-mail, or hides them again; the page hides them by itself when it is left.
    void setRevealed(bool revealed);

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }
    void hideEvent(QHideEvent *event) override;

private:
    struct Section
    {
        QLabel *title;
        KeyValueList *rows;
        int count;
    };
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] Section makeSection(int rows);
    void connectAll();
    void askAccount();
    void refresh();
    /// A lock leaves nothing behind.
    void forget();
    void refreshHead(directory::UserView user);
    void refreshContacts(directory::UserView user);
    void refreshAccount(directory::UserView user);
    void refreshPlace(directory::UserView user);
    void refreshButtons();
    [[nodiscard]] QString languageText() const;

    Session &m_session;
    bool m_isRevealed = false;
    std::optional<QJsonObject> m_account; ///< what only the server knows; nothing: not asked yet
    PageHeader *m_header;
    Avatar *m_avatar;
    Chip *m_status;
    Chip *m_staff;
    QPushButton *m_edit;
    QPushButton *m_password;
    QPushButton *m_reveal;
    QAction *m_editAction;
    QAction *m_passwordAction;
    Section m_contacts, m_details, m_place;
    StateStack *m_states;
    directory::SnapshotPtr m_shown; ///< what the page was last made of
};

} // namespace tenantry::ui
