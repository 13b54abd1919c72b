// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace tenantry
{

tl::unexpected<Error> failure(ErrorClass errorClass, const QString &code, const QVariantMap &parameters, const QString &field)
{
    return tl::make_unexpected(Error{errorClass, code, field, parameters});
}

} // namespace tenantry
