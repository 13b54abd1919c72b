// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/organizationtree.h"

namespace tenantry::directory
{

namespace
{

constexpr quint32 unreached = 0xffff'ffff;

/// One cycle, begun anywhere in it or on a way that leads into it.
std::vector<OrganizationIndex> cycleFrom(OrganizationIndex start, const std::vector<OrganizationTree::Input> &input)
{
    std::vector<bool> seen(input.size());
    OrganizationIndex at = start;
    while (!seen[at.value()]) {
        seen[at.value()] = true;
        at = input[at.value()].parent;
    }
    std::vector<OrganizationIndex> cycle{at};
    for (OrganizationIndex next = input[at.value()].parent; next != at; next = input[next.value()].parent)
        cycle.push_back(next);
    return cycle;
}

} // namespace

void OrganizationTree::linkChildren(const std::vector<Input> &input)
{
    for (const Input &i : input)
        if (i.parent.isValid())
            ++m_nodes[i.parent.value()].childCount;
    quint32 sum = 0;
    for (Node &node : m_nodes) {
        node.firstChild = sum;
        sum += node.childCount;
        node.childCount = 0;
    }
    m_children.resize(sum);
    for (quint32 i = 0; i < input.size(); ++i) {
        const OrganizationIndex parent = input[i].parent;
        m_nodes[i].parent = parent;
        m_nodes[i].position = unreached;
        if (parent.isValid()) {
            Node &above = m_nodes[parent.value()];
            m_children[above.firstChild + above.childCount++] = OrganizationIndex(i);
        }
    }
}

void OrganizationTree::walk(OrganizationIndex root, const std::vector<Input> &input)
{
    std::vector<OrganizationIndex> open{root};
    while (!open.empty()) {
        const OrganizationIndex at = open.back();
        Node &node = m_nodes[at.value()];
        if (node.position != unreached) {
            // Seen for the second time: everything below it has been placed.
            node.end = quint32(m_order.size());
            open.pop_back();
            continue;
        }
        node.position = quint32(m_order.size());
        m_order.push_back(at);
        const Node *above = node.parent.isValid() ? &m_nodes[node.parent.value()] : nullptr;
        node.depth = above ? above->depth + 1 : 0;
        node.enabled = input[at.value()].enabled && (!above || above->enabled);
        const auto below = children(at);
        open.insert(open.end(), below.rbegin(), below.rend());
    }
}

tl::expected<OrganizationTree, std::vector<OrganizationIndex>> OrganizationTree::make(const std::vector<Input> &input)
{
    OrganizationTree tree;
    tree.m_nodes.resize(input.size());
    tree.m_order.reserve(input.size());
    tree.linkChildren(input);
    for (quint32 i = 0; i < input.size(); ++i)
        if (!input[i].parent.isValid())
            tree.walk(OrganizationIndex(i), input);
    for (quint32 i = 0; i < input.size(); ++i)
        if (tree.m_nodes[i].position == unreached)
            return tl::unexpected(cycleFrom(OrganizationIndex(i), input));
    return tree;
}

} // namespace tenantry::directory
