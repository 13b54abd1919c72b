// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tabletext.h"

#include <QStringDecoder>

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

tl::unexpected<Error> badEncoding()
{
    return failure(ErrorClass::Data, u"table.encoding"_s);
}

Result<QByteArray> fromUtf16(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf16);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return badEncoding();
    return text.toUtf8();
}

Result<QByteArray> fromGb18030(const QByteArray &bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open("gb18030", &error);
    if (U_FAILURE(error))
        return badEncoding();
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    QString text(bytes.size(), Qt::Uninitialized); // never more code units than bytes
    const int length = ucnv_toUChars(converter, reinterpret_cast<UChar *>(text.data()), int(text.size()),
                                     bytes.constData(), int(bytes.size()), &error);
    ucnv_close(converter);
    // A buffer that is filled to its last unit is a warning.
    if (U_FAILURE(error))
        return badEncoding();
    text.truncate(length);
    return text.toUtf8();
}

} // namespace

Result<QByteArray> tableText(QByteArray bytes)
{
    Result<QByteArray> text = std::move(bytes);
    if (text->startsWith("\xff\xfe") || text->startsWith("\xfe\xff"))
        text = fromUtf16(*text);
    else if (text->contains('\0'))
        return failure(ErrorClass::Data, u"table.binary"_s);
    else if (text->startsWith("\xef\xbb\xbf") && !text->isValidUtf8())
        return badEncoding();
    else if (!text->isValidUtf8())
        text = fromGb18030(*text);
    if (text && text->contains('\0'))
        return failure(ErrorClass::Data, u"table.binary"_s);
    if (text && text->startsWith("\xef\xbb\xbf"))
        text->remove(0, 3);
    return text;
}

char delimiterOf(const QByteArray &text)
{
    constexpr std::array candidates{',', ';', '\t'};
    std::array<int, candidates.size()> counts{};
    bool quoted = false;
    bool begun = false;
    for (const char c : text) {
        if (!quoted && begun && (c == '\n' || c == '\r'))
            break;
        begun = begun || (c != '\n' && c != '\r');
        if (c == '"')
            quoted = !quoted;
        for (size_t i = 0; !quoted && i < candidates.size(); ++i)
            counts[i] += c == candidates[i];
    }
    return candidates[size_t(std::ranges::max_element(counts) - counts.begin())];
}

} // namespace tenantry::exchange
