// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "core/base/clock.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/questions.h"

#include <QCommandLineParser>
#include <QFile>
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

/// Nothing where the problem was shown; `code` is what to end with then.
std::optional<Options> parse(const Form &form, const QStringList &arguments, int &code)
{
    QCommandLineParser parser;
    parser.addOptions({{u"from"_s, {}, u"DIR"_s}, {u"queries"_s, {}, u"FILE"_s}, {u"at"_s, {}, u"TIME"_s}, {u"help"_s, {}}});
    if (!parser.parse(QStringList{u"tenantryctl"_s} + arguments)) {
        code = usage(form, parser.errorText());
        return std::nullopt;
    }
    if (parser.isSet(u"help"_s)) {
        QTextStream(stdout) << "Usage: tenantryctl " << form.name << " --from DIR [--at TIME] " << form.operands
                            << "\nAnswers from a directory of CSV files; TIME (ISO 8601 with an offset) is the moment for expiries, now if not given.\n";
        code = Success;
        return std::nullopt;
    }
    Options options;
    options.from = parser.value(u"from"_s);
    options.queries = parser.value(u"queries"_s);
    options.rest = parser.positionalArguments();
    if (options.from.isEmpty() || options.rest.size() != form.count || (form.count == 0) != parser.isSet(u"queries"_s)) {
        code = usage(form, u"wrong arguments"_s);
        return std::nullopt;
    }
    if (parser.isSet(u"at"_s)) {
        const auto at = parseIso8601(parser.value(u"at"_s));
        if (!at) {
            code = usage(form, u"\"%1\" isn't a time with an offset"_s.arg(parser.value(u"at"_s)));
            return std::nullopt;
        }
        options.at = *at;
    }
    return options;
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
    if (!files)
        return fail(files.error());
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
