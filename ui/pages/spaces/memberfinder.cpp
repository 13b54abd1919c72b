// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberfinder.h"

namespace tenantry::ui::spaces {

void MemberFinder::ask(const MemberQuestion &question)
{
    if (!m_work.isBusy() && memberWork(question.source, question.place) <= few) {
        Q_EMIT found(m_lister.list(question));
        return;
    }
    m_work.run([this, question](const std::stop_token &stop) {
        const auto list = std::make_shared<const MemberList>(m_lister.list(question, stop));
        return [this, list] { Q_EMIT found(*list); };
    });
}

} // namespace tenantry::ui::spaces
