// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/picturecodec.h"

#include <QObject>
#include <QThreadPool>

namespace tenantry::ui
{

/// Reads pictures on a thread of its own. Only the last one asked for is told of.
class PictureLoader final : public QObject
{
    Q_OBJECT
public:
    explicit PictureLoader(QObject *parent = nullptr);
    ~PictureLoader() override;

    void load(const QString &path);
    void decode(const QByteArray &file);

Q_SIGNALS:
    void loaded(const QImage &image);
    void failed(tenantry::ui::PictureFault fault);

private:
    template <class Read>
    void start(const Read &read);
    void finish(quint64 serial, const DecodedPicture &picture);

    quint64 m_serial = 0;
    QThreadPool m_pool;
};

} // namespace tenantry::ui
