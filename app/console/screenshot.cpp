// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/screenshot.h"

#include <QImageWriter>
#include <QPixmap>
#include <QWidget>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

bool takeScreenshot(QWidget &window, const QString &file)
{
    QImageWriter writer(file, "png");
    if (writer.write(window.grab().toImage()))
        return true;
    std::fputs(qPrintable(u"Can't write "_s + file + u": "_s + writer.errorString() + u'\n'), stderr);
    return false;
}

} // namespace tenantry::console
