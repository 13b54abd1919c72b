// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/directory/indices.h"

#include <QUuid>

#include <functional>
#include <span>
#include <vector>

namespace tenantry::directory
{

/// The forest of organizations with each subtree as an interval of one order, so that "is below" is two comparisons.
class OrganizationTree final
{
public:
    struct Input {
        OrganizationIndex parent; ///< invalid: a root
        bool enabled = true;
    };

    OrganizationTree() = default;
    /// `input` by index. Error: the indices of one cycle, each below the next, the last below the first.
    [[nodiscard]] static tl::expected<OrganizationTree, std::vector<OrganizationIndex>> make(const std::vector<Input> &input);

    [[nodiscard]] quint32 size() const { return quint32(m_nodes.size()); }
    [[nodiscard]] OrganizationIndex parent(OrganizationIndex o) const { return m_nodes[o.value()].parent; }
    [[nodiscard]] bool isEffectivelyEnabled(OrganizationIndex o) const { return m_nodes[o.value()].enabled; }
    [[nodiscard]] int depth(OrganizationIndex o) const { return int(m_nodes[o.value()].depth); }
    [[nodiscard]] std::span<const OrganizationIndex> children(OrganizationIndex o) const
    {
        const Node &node = m_nodes[o.value()];
        return std::span(m_children).subspan(node.firstChild, node.childCount);
    }
    /// All of them, parents before children, each subtree in one piece.
    [[nodiscard]] std::span<const OrganizationIndex> order() const { return m_order; }
    /// It and everything below, in that order.
    [[nodiscard]] std::span<const OrganizationIndex> subtree(OrganizationIndex o) const
    {
        const Node &node = m_nodes[o.value()];
        return std::span(m_order).subspan(node.position, node.end - node.position);
    }
    [[nodiscard]] bool isWithin(OrganizationIndex below, OrganizationIndex above) const
    {
        const quint32 position = m_nodes[below.value()].position;
        const Node &node = m_nodes[above.value()];
        return node.position <= position && position < node.end;
    }
    /// Where its subtree ends in that order.
    [[nodiscard]] quint32 end(OrganizationIndex o) const { return m_nodes[o.value()].end; }
    [[nodiscard]] quint32 position(OrganizationIndex o) const { return m_nodes[o.value()].position; }
    [[nodiscard]] qsizetype memoryUsed() const
    {
        return qsizetype(m_nodes.size() * sizeof(Node) + (m_children.size() + m_order.size()) * sizeof(OrganizationIndex));
    }

private:
    struct Node {
        OrganizationIndex parent;
        quint32 position = 0; ///< in m_order
        quint32 end = 0;
        quint32 firstChild = 0; ///< in m_children
        quint32 childCount = 0;
        quint32 depth : 31 = 0;
        quint32 enabled : 1 = 1;
    };

    void linkChildren(const std::vector<Input> &input);
    void walk(OrganizationIndex root, const std::vector<Input> &input);

    std::vector<Node> m_nodes;
    std::vector<OrganizationIndex> m_children;
    std::vector<OrganizationIndex> m_order;
};

} // namespace tenantry::directory
