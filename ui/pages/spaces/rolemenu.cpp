// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/rolemenu.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

void fillRoleMenu(QMenu *menu, bool hasBots, Role current, const std::function<QString(Role)> &refusal,
                  const std::function<void(Role)> &chosen)
{
    menu->clear();
    menu->setToolTipsVisible(true);
    QList<Role> roles = grantableRoles(hasBots);
    std::reverse(roles.begin(), roles.end());
    for (const Role role : std::as_const(roles)) {
        QAction *action = menu->addAction(access::roleName(role));
        const QString reason = refusal(role);
        action->setCheckable(true);
        action->setChecked(role == current);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason.isEmpty() ? roleAbilities(role) : reason);
        QObject::connect(action, &QAction::triggered, menu, [chosen, role] { chosen(role); });
    }
}

RoleTable::RoleTable(QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setProperty("panel", u"raised"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("What each role may do"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(20, 16, 20, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    const Role roles[] = {Role::Guest, Role::Viewer, Role::Commenter, Role::Editor, Role::Administrator, Role::Owner};
    int column = 1;
    for (const Role role : roles)
        grid->addWidget(makeLabel(TextStyle::SmallStrong, access::roleName(role)), 0, column++, Qt::AlignHCenter);
    for (int row = 0; row <= int(Capability::AppointAdministrators); ++row) {
        const auto capability = Capability(row);
        QLabel *name = makeParagraph(TextStyle::Body, capabilityName(capability));
        name->setFixedWidth(280);
        grid->addWidget(name, row + 1, 0);
        column = 1;
        for (const Role role : roles) {
            const bool can = may(role, capability);
            QLabel *mark = makeLabel(TextStyle::Strong, can ? u"✓"_s : u"–"_s);
            setTextStyle(mark, TextStyle::Strong, can ? Tone::Success : Tone::Neutral);
            mark->setAccessibleName(can ? tr("yes") : tr("no"));
            grid->addWidget(mark, row + 1, column++, Qt::AlignHCenter);
        }
    }
    QLabel *note = makeParagraph(TextStyle::Small, tr("Only tables and community resources can be commented on, so on Bots resources a commenter may what a viewer may."));
    grid->addWidget(note, int(Capability::AppointAdministrators) + 2, 0, 1, 7);
}

void RoleTable::popupBelow(QWidget *anchor)
{
    adjustSize();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    if (const QScreen *screen = anchor->screen()) {
        const QRect all = screen->availableGeometry();
        at.setX(std::clamp(at.x(), all.left(), std::max(all.left(), all.right() - width())));
        at.setY(std::clamp(at.y(), all.top(), std::max(all.top(), all.bottom() - height())));
    }
    move(at);
    show();
    setFocus();
}

} // namespace tenantry::ui::spaces
