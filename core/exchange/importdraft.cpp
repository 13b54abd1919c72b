// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importdraft.h"

#include "core/accounts/phonenumber.h"
#include "core/domain/normalise.h"
#include "core/exchange/organizationfinder.h"

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

/// The word's meaning in either language; nothing: none that is known.
template <class Meaning>
std::optional<Meaning> meaningOf(const QString &word, const QList<std::pair<Meaning, QStringList>> &words)
{
    const QString plain = normalise(word);
    for (const auto &[meaning, spellings] : words)
        if (spellings.contains(plain))
            return meaning;
    return std::nullopt;
}

std::optional<QString> roleOf(const QString &word)
{
    static const QList<std::pair<QString, QStringList>> words{
        {QString(), {QString()}},
        {u"member"_s, {u"member"_s, u"成员"_s, u"普通成员"_s}},
        {u"leader"_s, {u"leader"_s, u"head"_s, u"负责人"_s, u"部门负责人"_s, u"组织负责人"_s}},
    };
    return meaningOf(word, words);
}

std::optional<bool> yesOrNo(const QString &word)
{
    static const QList<std::pair<bool, QStringList>> words{
        {false, {QString(), u"no"_s, u"n"_s, u"false"_s, u"0"_s, u"否"_s, u"不是"_s}},
        {true, {u"yes"_s, u"y"_s, u"true"_s, u"1"_s, u"x"_s, u"✓"_s, u"是"_s}},
    };
    return meaningOf(word, words);
}

/// Reads the fields of rows one by one.
class RowReader
{
public:
    RowReader(const ImportColumns &columns, const RuleSet &rules, const OrganizationFinder &organizations)
        : m_columns(columns), m_rules(rules), m_organizations(organizations)
    {
    }

    [[nodiscard]] ImportRow read(const QStringList &cells, qsizetype width)
    {
        ImportRow row;
        row.email = field(row, cells, ImportColumn::Email, u"email"_s);
        row.name = field(row, cells, ImportColumn::Name, u"name"_s);
        row.phone = phone(row, cells);
        row.mis = field(row, cells, ImportColumn::Mis, u"mis"_s);
        readOrganization(row, cells);
        const QString role = text(cells, ImportColumn::Role);
        const auto meant = roleOf(role);
        row.role = meant.value_or(QString());
        if (!meant)
            fault(row, ImportColumn::Role, role, u"import.role_unknown"_s);
        const QString primary = text(cells, ImportColumn::Primary);
        const auto yes = yesOrNo(primary);
        row.primary = yes.value_or(false);
        if (!yes)
            fault(row, ImportColumn::Primary, primary, u"import.primary_unknown"_s);
        if (cells.size() > width)
            fault(row, ImportColumn::Email, cells.mid(width).join(u", "_s), u"import.too_many_cells"_s);
        return row;
    }

private:
    [[nodiscard]] QString text(const QStringList &cells, ImportColumn column) const
    {
        const int at = m_columns[size_t(column)];
        return at < 0 ? QString() : m_rules.trimmed(cells.value(at));
    }

    static void fault(ImportRow &row, ImportColumn column, const QString &value, const QString &code)
    {
        row.faults.append({column, value, {ErrorClass::Business, code, {}, {}}});
    }

    /// The name may be missing: of whoever is known already it isn't wanted.
    [[nodiscard]] QString field(ImportRow &row, const QStringList &cells, ImportColumn column,
                                const QString &rule) const
    {
        const QString value = text(cells, column);
        if (value.isEmpty() && column != ImportColumn::Email)
            return {};
        if (const auto error = m_rules.check(u"user"_s, rule, value))
            row.faults.append({column, value, *error});
        return value;
    }

    /// As everywhere else where a phone number is typed (ACC-7); the server checks its shape only.
    [[nodiscard]] QString phone(ImportRow &row, const QStringList &cells) const
    {
        const auto before = row.faults.size();
        const QString value = field(row, cells, ImportColumn::Phone, u"phone"_s);
        if (value.isEmpty() || row.faults.size() > before)
            return value;
        const auto number = internationalPhone(value);
        if (!number)
            row.faults.append({ImportColumn::Phone, value, number.error()});
        return number.value_or(value);
    }

    void readOrganization(ImportRow &row, const QStringList &cells) const
    {
        const QString value = text(cells, ImportColumn::Organization);
        if (value.isEmpty())
            return;
        const auto found = m_organizations.find(value);
        row.organization = found.id;
        if (found.id.isNull())
            fault(row, ImportColumn::Organization, value, u"import.organization_unknown"_s);
        else if (found.isAmbiguous)
            fault(row, ImportColumn::Organization, value, u"import.organization_ambiguous"_s);
    }

    const ImportColumns &m_columns;
    const RuleSet &m_rules;
    const OrganizationFinder &m_organizations;
};

/// Judges rows by those before them.
class RowComparison
{
public:
    /// \a home: the department of whoever's row names none.
    explicit RowComparison(OrganizationId home) : m_home(home) {}

    void add(ImportRow &row, qint64 line)
    {
        if (row.email.isEmpty())
            return;
        const bool wasGood = row.isGood();
        const QString address = normalise(row.email);
        Person &person = m_people[address];
        same(row, person.name, row.name, line, ImportColumn::Name);
        same(row, person.phone, row.phone, line, ImportColumn::Phone);
        same(row, person.mis, row.mis, line, ImportColumn::Mis);
        const OrganizationId place = row.organization.isNull() ? m_home : row.organization;
        if (wasGood)
            once(row, person.places, place, line, ImportColumn::Organization, u"import.row_doubled"_s);
        if (row.primary)
            once(row, person.primary, 0, line, ImportColumn::Primary, u"import.primary_doubled"_s);
        if (row.role == u"leader" && !place.isNull())
            once(row, m_leaders, place, line, ImportColumn::Role, u"import.leader_doubled"_s);
    }

    /// What only one of a person's rows says holds for all of them.
    void complete(ImportRow &row) const
    {
        const auto person = m_people.constFind(normalise(row.email));
        if (person == m_people.cend())
            return;
        for (const auto &[value, known] :
             {std::pair(&row.name, &person->name), std::pair(&row.phone, &person->phone),
              std::pair(&row.mis, &person->mis)})
            if (value->isEmpty())
                *value = known->value;
    }

private:
    struct Said
    {
        QString value;
        qint64 line = 0;
    };
    struct Person
    {
        Said name, phone, mis;
        QHash<OrganizationId, qint64> places;
        QHash<int, qint64> primary;
    };

    static void fault(ImportRow &row, ImportColumn column, const QString &value, const QString &code,
                      qint64 line)
    {
        row.faults.append({column, value, {ErrorClass::Business, code, {}, {{u"line"_s, line}}}});
    }

    static void same(ImportRow &row, Said &said, const QString &value, qint64 line, ImportColumn column)
    {
        const bool isFaulty =
            std::ranges::any_of(row.faults, [column](const ImportFault &f) { return f.column == column; });
        if (value.isEmpty() || isFaulty)
            return;
        if (said.value.isEmpty())
            said = {value, line};
        else if (said.value != value)
            fault(row, column, value, u"import.person_differs"_s, said.line);
    }

    template <class Key>
    static void once(ImportRow &row, QHash<Key, qint64> &lines, const Key &key, qint64 line,
                     ImportColumn column, const QString &code)
    {
        const auto known = lines.constFind(key);
        if (known == lines.cend())
            lines.insert(key, line);
        else
            fault(row, column, {}, code, *known);
    }

    const OrganizationId m_home;
    QHash<QString, Person> m_people;
    QHash<OrganizationId, qint64> m_leaders;
};

} // namespace

QJsonObject ImportRow::toJson(int number) const
{
    QJsonObject json{{u"number"_s, number}, {u"email"_s, email}};
    for (const auto &[key, value] :
         {std::pair(u"name"_s, name), {u"phone"_s, phone}, {u"mis"_s, mis}, {u"role"_s, role}})
        if (!value.isEmpty())
            json.insert(key, value);
    if (!organization.isNull())
        json.insert(u"organization_id"_s, organization.toString());
    if (primary)
        json.insert(u"primary"_s, true);
    return json;
}

ImportAct importAct(const QString &wireName)
{
    static const QHash<QString, ImportAct> acts{{u"none"_s, ImportAct::None},
                                                {u"add"_s, ImportAct::Add},
                                                {u"change"_s, ImportAct::Change},
                                                {u"invite"_s, ImportAct::Invite},
                                                {u"create"_s, ImportAct::Create}};
    return acts.value(wireName, ImportAct::Unknown);
}

Result<ImportDraft> draftImport(TableFile table, const RuleSet &rules, const directory::Snapshot &snapshot,
                                TenantId tenant, const std::stop_token &stop)
{
    const auto columns = recogniseColumns(table.header);
    if (!columns)
        return tl::unexpected(columns.error());
    if (table.rows.empty())
        return failure(ErrorClass::Data, u"import.no_rows"_s);
    const OrganizationFinder organizations(snapshot, snapshot.findTenant(tenant));
    ImportDraft draft;
    draft.columns = *columns;
    draft.rows.reserve(table.rows.size());
    RowReader reader(*columns, rules, organizations);
    const TenantRow *known = snapshot.tenant(tenant);
    RowComparison comparison(known ? known->defaultOrganizationId : OrganizationId());
    for (const TableFile::Row &row : table.rows) {
        if (stop.stop_requested())
            return failure(ErrorClass::Business, u"table.stopped"_s);
        draft.rows.push_back(reader.read(row.cells, table.header.size()));
        comparison.add(draft.rows.back(), row.number);
    }
    for (ImportRow &row : draft.rows)
        comparison.complete(row);
    draft.table = std::move(table);
    return draft;
}

} // namespace tenantry::exchange
