// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "tests/uisupport/fixedsession.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/members/accesscopydialog.h"
#include "ui/pages/members/handoverdialog.h"
#include "ui/pages/members/memberremovedialog.h"
#include "ui/pages/organizations/pickers.h"

#include <QEventLoop>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::members;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

/// Who has most duties, and somebody without any.
std::pair<UserId, UserId> twoPeople(const FixedSession &session)
{
    const auto snapshot = session.snapshot();
    UserId most, none;
    size_t duties = 0;
    for (const auto index : snapshot->usersOf(snapshot->findTenant(session.actor().administers))) {
        const UserId id = snapshot->user(index).id();
        if (snapshot->user(index).status() != UserStatus::Active)
            continue;
        const size_t has = dutiesOf(session, id).size();
        if (has > duties) {
            duties = has;
            most = id;
        }
        if (has == 0)
            none = id;
    }
    return {most, none};
}

template <class Dialog>
std::unique_ptr<QWidget> show(std::unique_ptr<FixedSession> session, Dialog *dialog)
{
    QEventLoop loop;
    QObject::connect(dialog->impact(), &ImpactLine::ready, &loop, &QEventLoop::quit);
    loop.exec();
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    FixedSession *kept = session.release();
    QObject::connect(dialog, &QObject::destroyed, kept, &QObject::deleteLater);
    return std::unique_ptr<QWidget>(dialog);
}

std::unique_ptr<QWidget> makeHandover()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const auto [from, to] = twoPeople(*session);
    auto *dialog = new HandoverDialog(*session, from);
    dialog->to()->choose(to);
    dialog->reason()->setText(u"离职交接"_s);
    return show(std::move(session), dialog);
}

std::unique_ptr<QWidget> makeCopy()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const auto [from, to] = twoPeople(*session);
    auto *dialog = new AccessCopyDialog(*session, from);
    dialog->to()->choose(to);
    return show(std::move(session), dialog);
}

std::unique_ptr<QWidget> makeRemoval()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto *dialog = new MemberRemoveDialog(*session, twoPeople(*session).second);
    return show(std::move(session), dialog);
}

} // namespace

void addHandoverScenes(Scenes &scenes)
{
    scenes.push_back({u"member-handover"_s, {560, 640}, makeHandover});
    scenes.push_back({u"member-copy"_s, {560, 640}, makeCopy});
    scenes.push_back({u"member-remove"_s, {560, 330}, makeRemoval});
}

} // namespace tenantry::gallery
