// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/peoplemodel.h"

#include "core/access/explanationtext.h"
#include "ui/models/textmatches.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/itemroles.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

PeopleModel::PeopleModel(Session &session, const MemberPlace &place, QObject *parent)
    : DiffingModel(parent), m_search(session, place)
{
    connect(&m_search, &PeopleSearch::changed, this, &PeopleModel::show);
}

void PeopleModel::search(const QString &query)
{
    m_search.search(query);
    retranslate(); // what is highlighted
}

void PeopleModel::show()
{
    takeRows(m_people, m_search.hits());
    Q_EMIT searched();
}

void PeopleModel::retranslate()
{
    if (!m_people.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

bool PeopleModel::isChosen(UserId id) const
{
    return std::any_of(m_chosen.begin(), m_chosen.end(), [&](const PersonHit &p) { return p.id == id; });
}

void PeopleModel::unchoose(const QUuid &id)
{
    m_chosen.removeIf([&](const PersonHit &p) { return p.id.uuid() == id; });
    retranslate();
    Q_EMIT chosenChanged();
}

bool PeopleModel::choose(UserId id)
{
    const auto person = m_search.known(id);
    if (!person || person->already != Role::None || isChosen(id))
        return false;
    m_chosen.append(*person);
    retranslate();
    Q_EMIT chosenChanged();
    return true;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_people.size());
}

QString PeopleModel::title(const PersonHit &person) const
{
    return person.staff && !person.mis.isEmpty() ? person.name + u'/' + person.mis : person.name;
}

QVariant PeopleModel::matchesIn(const QString &text) const
{
    return QVariant::fromValue(textMatches(text, m_search.query()));
}

QVariant PeopleModel::chips(const PersonHit &person) const
{
    QList<RowChip> chips;
    if (person.staff)
        chips += {tr("Meituan"), Tone::Accent};
    if (person.outsider)
        chips += {tr("Another tenant"), Tone::Warning};
    if (person.already != Role::None)
        chips += {tr("Already %1").arg(access::roleName(person.already)), Tone::Neutral};
    return QVariant::fromValue(chips);
}

QString PeopleModel::spoken(const PersonHit &person) const
{
    QStringList parts{title(person), person.phone, person.email};
    for (const RowChip &chip : chips(person).value<QList<RowChip>>())
        parts += chip.text;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PersonHit &p = m_people[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return title(p);
    case Qt::AccessibleTextRole:
        return spoken(p);
    case Qt::CheckStateRole:
        return int(isChosen(p.id) || p.already != Role::None ? Qt::Checked : Qt::Unchecked);
    case AvatarIdRole:
        return p.id.toString();
    case PortraitRole:
        return p.avatar;
    case StaffRole:
        return p.staff;
    case PhoneRole:
        return p.phone;
    case EmailRole:
        return p.email;
    case MatchesRole:
        return matchesIn(title(p));
    case PhoneMatchesRole:
        return matchesIn(p.phone);
    case EmailMatchesRole:
        return matchesIn(p.email);
    case DimmedRole:
        return p.already != Role::None;
    case ChipsRole:
        return chips(p);
    default:
        return {};
    }
}

Qt::ItemFlags PeopleModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const bool in = m_people[size_t(index.row())].already != Role::None;
    return in ? Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
              : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

bool PeopleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const PersonHit &p = m_people[size_t(index.row())];
    const bool on = Qt::CheckState(value.toInt()) == Qt::Checked;
    if (on && !isChosen(p.id))
        m_chosen.append(p);
    else if (!on)
        m_chosen.removeIf([&](const PersonHit &other) { return other.id == p.id; });
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

} // namespace tenantry::ui::spaces
