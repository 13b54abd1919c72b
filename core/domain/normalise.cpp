// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/normalise.h"

namespace tenantry
{

QString normalise(const QString &text)
{
    QString folded = text;
    // The only character whose lower case is two: PostgreSQL's lower() maps character by character.
    folded.replace(QChar(0x0130), QLatin1Char('i'));
    return folded.normalized(QString::NormalizationForm_KC).toLower();
}

} // namespace tenantry
