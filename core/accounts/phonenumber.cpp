// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/phonenumber.h"

#include <phonenumbers/phonenumberutil.h>

namespace tenantry {

using namespace Qt::StringLiterals;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

Result<QString> internationalPhone(const QString &typed)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance(); // the library has no other way
    PhoneNumber number;
    if (util.Parse(typed.toStdString(), "CN", &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
        !util.IsValidNumber(number))
        return failure(ErrorClass::Business, u"phone.invalid"_s, {}, u"phone"_s);
    std::string text;
    util.Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

} // namespace tenantry
