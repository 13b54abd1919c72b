// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "core/base/clock.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/questions.h"

#include <QFile>
#include <QHash>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct Options {
    QString from;
    QString queries;
    Instant at = SystemClock().now();
    QStringList rest;
};

/// What a question looks like on the command line.
struct Form {
    QString name;
    QString operands; ///< as the usage shows them
    qsizetype count;
};

int usage(const Form &form, const QString &problem)
{
    QTextStream(stderr) << "tenantryctl " << form.name << ": " << problem << "\nUsage: tenantryctl " << form.name << " --from DIR [--at TIME] "
                        << form.operands << "\n";
    return UsageError;
}

int help(const Form &form)
{
    QTextStream(stdout) << "Usage: tenantryctl " << form.name << " --from DIR [--at TIME] " << form.operands
                        << "\nAnswers from a directory of CSV files; TIME (ISO 8601 with an offset) is the moment for expiries, now if not given."
                           "\nAn ID may be any text; one that begins with -- goes after a -- of its own. A membership that is there twice counts"
                           "\nonce; of several grants to one subject on one object the highest counts that hasn't expired.\n";
    return Success;
}

/// An ID may begin with a dash, so only the options there are count as such. The problem in words; empty: none.
QString sortOut(const QStringList &arguments, QHash<QString, QString> &options, QStringList &operands)
{
    bool ended = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (ended || !argument.startsWith(u"--"_s)) {
            operands += argument;
            continue;
        }
        ended = argument == u"--"_s;
        if (ended)
            continue;
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (name == u"help"_s && equals < 0)
            options.insert(name, {});
        else if (name != u"from"_s && name != u"queries"_s && name != u"at"_s)
            return u"there is no option \"%1\"; an ID that begins with -- goes after --"_s.arg(argument);
        else if (equals < 0 && i + 1 == arguments.size())
            return u"--%1 needs a value"_s.arg(name);
        else
            options.insert(name, equals < 0 ? arguments[++i] : argument.mid(equals + 1));
    }
    return {};
}

QString problemOf(const Form &form, const Options &options)
{
    if (options.from.isEmpty())
        return u"--from DIR is missing: the directory of the CSV files"_s;
    if (form.count == 0 && options.queries.isEmpty())
        return u"--queries FILE is missing"_s;
    if (form.count > 0 && !options.queries.isEmpty())
        return u"--queries belongs to \"tenantryctl answer\""_s;
    if (options.rest.size() != form.count)
        return u"%1 operands are needed, %2 are there"_s.arg(form.count).arg(options.rest.size());
    return {};
}

/// Nothing where the problem was shown; `code` is what to end with then.
std::optional<Options> parse(const Form &form, const QStringList &arguments, int &code)
{
    Options options;
    QHash<QString, QString> given;
    QString problem = sortOut(arguments, given, options.rest);
    if (given.contains(u"help"_s)) {
        code = help(form);
        return std::nullopt;
    }
    options.from = given.value(u"from"_s);
    options.queries = given.value(u"queries"_s);
    if (problem.isEmpty())
        problem = problemOf(form, options);
    if (problem.isEmpty() && given.contains(u"at"_s)) {
        if (const auto at = parseIso8601(given.value(u"at"_s)))
            options.at = *at;
        else
            problem = u"\"%1\" isn't a time with an offset"_s.arg(given.value(u"at"_s));
    }
    if (problem.isEmpty())
        return options;
    code = usage(form, problem);
    return std::nullopt;
}

int fail(const Error &error)
{
    QTextStream(stderr) << "tenantryctl: " << exchange::describe(error) << "\n";
    return Failure;
}

/// Reads the directory of CSV files and lets `ask` do the rest.
template <class Ask>
int withQuestions(const Options &options, const Ask &ask)
{
    auto files = exchange::readDirectoryFiles(options.from);
    if (!files) {
        QTextStream(stderr) << "tenantryctl: " << options.from << ": " << exchange::describe(files.error()) << "\n";
        return Failure;
    }
    const exchange::Questions questions(std::move(*files), options.at);
    QFile answers;
    if (!answers.open(stdout, QIODevice::WriteOnly))
        return Failure;
    const Result<void> done = ask(questions, answers);
    if (!done)
        return fail(done.error());
    if (!answers.flush() || answers.error() != QFileDevice::NoError) { // a full disk: a pipeline must not take it for success
        QTextStream(stderr) << "tenantryctl: " << answers.errorString() << "\n";
        return Failure;
    }
    return Success;
}

int answerFile(const QStringList &arguments)
{
    int code = Success;
    const auto options = parse({u"answer"_s, u"--queries FILE (- for standard input)"_s, 0}, arguments, code);
    if (!options)
        return code;
    const bool standardInput = options->queries == u"-"_s;
    QFile queries(options->queries);
    if (!(standardInput ? queries.open(stdin, QIODevice::ReadOnly) : queries.open(QIODevice::ReadOnly))) {
        QTextStream(stderr) << "tenantryctl: " << options->queries << ": " << queries.errorString() << "\n";
        return Failure;
    }
    return withQuestions(*options, [&](const exchange::Questions &questions, QFile &answers) {
        return questions.answerAll(queries, standardInput ? u"(standard input)"_s : options->queries, answers);
    });
}

int answerOne(const Form &form, const QStringList &arguments)
{
    int code = Success;
    const auto options = parse(form, arguments, code);
    if (!options)
        return code;
    return withQuestions(*options, [&](const exchange::Questions &questions, QFile &answers) -> Result<void> {
        QList<QByteArray> fields{form.name.toUtf8()};
        for (const QString &operand : options->rest)
            fields.append(operand.toUtf8());
        const auto line = questions.answer(QList<QByteArrayView>(fields.begin(), fields.end()));
        if (!line)
            return tl::unexpected(line.error());
        answers.write(*line + '\n');
        return {};
    });
}

Command question(const Form &form, const QString &summary)
{
    return {form.name, summary, [form](const QStringList &arguments) { return answerOne(form, arguments); }};
}

} // namespace

QList<Command> questionCommands()
{
    return {
        {u"answer"_s, u"answer a file of permission questions from CSV files"_s, answerFile},
        question({u"check"_s, u"USER space|resource ID"_s, 3}, u"the role of one person on one object, from CSV files"_s),
        question({u"detail"_s, u"USER SPACE"_s, 2}, u"the roles of one person in a space, from CSV files"_s),
        question({u"who"_s, u"SPACE"_s, 1}, u"everyone with a role on a space, from CSV files"_s),
        question({u"objects"_s, u"USER"_s, 1}, u"everything that one person has a role on, from CSV files"_s),
    };
}

} // namespace tenantry::ctl
