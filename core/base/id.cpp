// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QRandomGenerator>

#include <array>
#include <mutex>

namespace tenantry
{

namespace
{

// The last millisecond and counter handed out. Shared by all threads: order within the process is the promise.
struct Sequence {
    std::mutex mutex;
    qint64 milliseconds = 0;
    quint16 counter = 0; // the 12 bits of rand_a
};

Sequence &sequence()
{
    static Sequence instance;
    return instance;
}

} // namespace

QUuid makeUuid7(Instant now)
{
    qint64 milliseconds = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    quint16 counter = 0;
    {
        Sequence &s = sequence();
        const std::lock_guard lock(s.mutex);
        if (milliseconds > s.milliseconds) {
            s.counter = quint16(QRandomGenerator::system()->bounded(0x400)); // leaves room to count up
        } else if (++s.counter > 0xfff) {
            s.counter = 0;
            milliseconds = s.milliseconds + 1;
        } else {
            milliseconds = s.milliseconds;
        }
        s.milliseconds = milliseconds;
        counter = s.counter;
    }
    std::array<uchar, 16> bytes{};
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), 4);
    for (int i = 0; i < 6; ++i)
        bytes[i] = uchar(milliseconds >> (8 * (5 - i)));
    bytes[6] = uchar(0x70 | (counter >> 8));
    bytes[7] = uchar(counter);
    bytes[8] = uchar((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

qint64 uuid7Milliseconds(const QUuid &id)
{
    return (qint64(id.data1) << 16) | id.data2;
}

} // namespace tenantry
