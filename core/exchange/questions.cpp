// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/questions.h"

#include "core/exchange/csvreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::exchange
{

using namespace directory;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

using Question = QList<QByteArrayView>;

tl::unexpected<Error> wrong(int column, const QString &reason)
{
    return malformed({}, 0, column, {}, reason);
}

QByteArrayView word(Role role)
{
    const auto name = wireName(role);
    return {name.data(), name.size()};
}

void append(QByteArray &line, QByteArrayView kind, QByteArrayView name, Role role)
{
    if (!line.isEmpty())
        line += ' ';
    line += kind;
    line += name;
    line += '=';
    line += word(role);
}

} // namespace

Questions::Questions(DirectoryFiles files, Instant now) : m_files(std::move(files)), m_resolver(m_files.snapshot, now) {}

Result<UserIndex> Questions::user(const Question &question, int at) const
{
    const auto number = m_files.users.find(question[at]);
    if (!number)
        return wrong(at + 1, Words::tr("there is no user \"%1\"").arg(QString::fromUtf8(question[at])));
    return UserIndex(*number);
}

Result<SpaceIndex> Questions::space(const Question &question, int at) const
{
    const auto number = m_files.spaces.find(question[at]);
    if (!number)
        return wrong(at + 1, Words::tr("there is no space \"%1\"").arg(QString::fromUtf8(question[at])));
    return SpaceIndex(*number);
}

Result<QByteArray> Questions::check(const Question &question) const
{
    const auto who = user(question, 1);
    if (!who)
        return tl::unexpected(who.error());
    const auto kind = fromWireName<ObjectKind>(question[2]);
    if (!kind)
        return wrong(3, Words::tr("unknown word \"%1\"").arg(QString::fromUtf8(question[2])));
    if (*kind == ObjectKind::Space)
        return space(question, 3).map([&](SpaceIndex object) { return word(m_resolver.check(*who, object)).toByteArray(); });
    const auto number = m_files.resources.find(question[3]);
    if (!number)
        return wrong(4, Words::tr("there is no resource \"%1\"").arg(QString::fromUtf8(question[3])));
    return word(m_resolver.check(*who, ResourceIndex(*number))).toByteArray();
}

Result<QByteArray> Questions::detail(const Question &question) const
{
    const auto who = user(question, 1);
    if (!who)
        return tl::unexpected(who.error());
    const auto in = space(question, 2);
    if (!in)
        return tl::unexpected(in.error());
    const access::Detail detail = m_resolver.detail(*who, *in);
    QByteArray line;
    append(line, {}, "space", detail.space);
    for (const access::ResourceRole &row : detail.resources)
        append(line, {}, m_files.resources.name(row.resource.value()), row.role);
    return line;
}

Result<QByteArray> Questions::who(const Question &question) const
{
    const auto object = space(question, 1);
    if (!object)
        return tl::unexpected(object.error());
    auto people = m_resolver.who(*object);
    std::ranges::sort(people, {}, &access::UserRole::user);
    QByteArray line;
    for (const access::UserRole &row : people)
        append(line, {}, m_files.users.name(row.user.value()), row.role);
    return line;
}

Result<QByteArray> Questions::objects(const Question &question) const
{
    const auto who = user(question, 1);
    if (!who)
        return tl::unexpected(who.error());
    access::ObjectRoles roles = m_resolver.objects(*who);
    std::ranges::sort(roles.spaces, {}, &access::SpaceRole::space);
    std::ranges::sort(roles.resources, {}, &access::ResourceRole::resource);
    QByteArray line;
    for (const access::SpaceRole &row : roles.spaces)
        append(line, "space:", m_files.spaces.name(row.space.value()), row.role);
    for (const access::ResourceRole &row : roles.resources)
        append(line, "resource:", m_files.resources.name(row.resource.value()), row.role);
    return line;
}

Result<QByteArray> Questions::answer(const Question &question) const
{
    struct Kind {
        QByteArrayView word;
        qsizetype fields;
        Result<QByteArray> (Questions::*answer)(const Question &) const;
    };
    static constexpr Kind kinds[] = {
        {"check", 4, &Questions::check}, {"detail", 3, &Questions::detail}, {"who", 2, &Questions::who}, {"objects", 2, &Questions::objects}};
    for (const Kind &kind : kinds) {
        if (question.value(0) != kind.word)
            continue;
        if (question.size() != kind.fields)
            return wrong(int(std::min(question.size(), kind.fields)) + 1,
                         Words::tr("\"%1\" has %2 fields, not %3").arg(QString::fromUtf8(kind.word)).arg(kind.fields).arg(question.size()));
        return (this->*kind.answer)(question);
    }
    return wrong(1, Words::tr("unknown question \"%1\"").arg(QString::fromUtf8(question.value(0))));
}

Result<void> Questions::answerAll(QIODevice &queries, const QString &file, QIODevice &answers) const
{
    CsvReader reader(queries, file);
    QByteArray pending;
    const auto flush = [&] {
        const bool ok = answers.write(pending) == pending.size();
        pending.clear();
        return ok;
    };
    for (;;) {
        const Result<bool> got = reader.next();
        if (!got || !*got) {
            if (!flush())
                return malformed(file, 0, 0, {}, Words::tr("the answers can't be written: %1").arg(answers.errorString()));
            return got ? Result<void>() : tl::unexpected(got.error());
        }
        Result<QByteArray> line = answer(reader.fields());
        if (!line) {
            (void)flush();
            line.error().parameters[u"file"_s] = file;
            line.error().parameters[u"line"_s] = reader.line();
            return tl::unexpected(line.error());
        }
        pending += *line;
        pending += '\n';
        if (pending.size() > 1 << 16 && !flush())
            return malformed(file, reader.line(), 0, {}, Words::tr("the answers can't be written: %1").arg(answers.errorString()));
    }
}

} // namespace tenantry::exchange
