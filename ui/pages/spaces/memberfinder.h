// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/newestwork.h"
#include "ui/pages/spaces/memberlist.h"

namespace tenantry::ui::spaces {

/// Answers what members a place has: few at once, many on a thread of its own. Only the newest question is
/// answered.
class MemberFinder final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void ask(const MemberQuestion &question);

    static constexpr qsizetype few = 400; ///< take about 5 ms

Q_SIGNALS:
    void found(const tenantry::ui::spaces::MemberList &list);

private:
    MemberLister m_lister; ///< the other thread's while that is busy
    NewestWork m_work;
};

} // namespace tenantry::ui::spaces
