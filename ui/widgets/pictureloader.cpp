// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pictureloader.h"

namespace tenantry::ui
{

PictureLoader::PictureLoader(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PictureLoader::~PictureLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

template <class Read>
void PictureLoader::start(const Read &read)
{
    m_pool.clear(); // what nobody waits for any more
    m_pool.start([this, read, serial = ++m_serial] {
        const DecodedPicture picture = read();
        // The destructor waits for this thread, so `this` is there; what is queued behind it goes with the object.
        QMetaObject::invokeMethod(
            this, [this, serial, picture] { finish(serial, picture); }, Qt::QueuedConnection);
    });
}

void PictureLoader::load(const QString &path)
{
    start([path] { return readPicture(path); });
}

void PictureLoader::decode(const QByteArray &file)
{
    start([file] { return decodePicture(file); });
}

void PictureLoader::finish(quint64 serial, const DecodedPicture &picture)
{
    if (serial != m_serial)
        return;
    if (picture.fault == PictureFault::None)
        Q_EMIT loaded(picture.image);
    else
        Q_EMIT failed(picture.fault);
}

} // namespace tenantry::ui
