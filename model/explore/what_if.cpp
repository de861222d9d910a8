#include "model/explore/what_if.h"
#include "model/explore/preimage_fields.h"
#include "model/words.h"

namespace anchorscope::model {

namespace {

bool overlaps(ByteRange a, ByteRange b) { return a.offset < b.end() && b.offset < a.end(); }

ByteView viewOf(const digest::PreimagePiece& piece, ByteView base) {
    const auto* range = std::get_if<ByteRange>(&piece.content);
    return range ? slice(base, *range) : ByteView(std::get<Bytes>(piece.content));
}

/// The part of a list of pieces that a range names, as views.
class Cutter {
public:
    Cutter(std::span<const ByteView> pieces, std::vector<ByteView>& out) : m_pieces(pieces), m_out(out) {}
    /// Ranges ascend.
    void take(std::uint64_t from, std::uint64_t to) {
        while (from < to && m_index < m_pieces.size()) {
            const ByteView piece = m_pieces[m_index];
            if (from >= m_start + piece.size()) {
                m_start += piece.size();
                ++m_index;
                continue;
            }
            const std::uint64_t end = std::min<std::uint64_t>(to, m_start + piece.size());
            m_out.push_back(piece.subspan(static_cast<std::size_t>(from - m_start),
                                          static_cast<std::size_t>(end - from)));
            from = end;
        }
    }

private:
    std::span<const ByteView> m_pieces;
    std::vector<ByteView>& m_out;
    std::size_t m_index = 0;
    std::uint64_t m_start = 0;
};

} // namespace

tl::expected<void, QString> WhatIf::edit(Edit edit) {
    if (!m_digest || edit.step >= m_digest->steps.size() ||
        edit.range.end() > m_digest->steps[edit.step].message.length()) {
        return tl::unexpected(Words::tr("There is no such field."));
    }
    const auto same = std::ranges::find_if(
        m_edits, [&edit](const Edit& each) { return each.step == edit.step && each.range == edit.range; });
    if (same != m_edits.end()) {
        m_edits.erase(same);
    }
    const bool crosses = std::ranges::any_of(m_edits, [&edit](const Edit& each) {
        return each.step == edit.step && overlaps(each.range, edit.range);
    });
    if (crosses) {
        return tl::unexpected(Words::tr("Bytes of this field are edited already: reset that edit first."));
    }
    if (m_edits.size() >= max_edits) {
        return tl::unexpected(Words::tr("No more than %1 edits at a time.").arg(max_edits));
    }
    if (bytesAt(*m_digest, edit.step, edit.range) != edit.bytes) {
        m_edits.push_back(std::move(edit));
    }
    return {};
}

void WhatIf::replaceMessage(std::size_t step, Bytes bytes) {
    if (!m_digest || step >= m_digest->steps.size()) {
        return;
    }
    std::erase_if(m_edits, [step](const Edit& each) { return each.step == step; });
    const Bytes message = m_digest->steps[step].message.bytes(m_digest->base);
    if (message != bytes) {
        m_edits.push_back({step, {0, message.size()}, std::move(bytes), Words::tr("all bytes")});
    }
}

void WhatIf::undo() {
    if (!m_edits.empty()) {
        m_edits.pop_back();
    }
}

const Edit* WhatIf::editOf(std::size_t step, ByteRange range) const {
    const auto found = std::ranges::find_if(
        m_edits, [&](const Edit& each) { return each.step == step && each.range == range; });
    return found == m_edits.end() ? nullptr : &*found;
}

std::vector<const Edit*> WhatIf::editsOf(std::size_t step) const {
    std::vector<const Edit*> out;
    for (const Edit& each : m_edits) {
        if (each.step == step) {
            out.push_back(&each);
        }
    }
    std::ranges::sort(out, {}, [](const Edit* each) { return each->range.offset; });
    return out;
}

std::vector<ByteView> WhatIf::pieces(std::size_t step, std::span<const std::optional<Hash32>> values,
                                     bool& known) const {
    const DigestStep& at = m_digest->steps[step];
    std::vector<ByteView> whole;
    const std::vector<std::optional<std::size_t>> links = linksOf(*m_digest, step);
    const std::vector<const Edit*> edits = editsOf(step);
    std::uint64_t offset = 0;
    for (std::size_t i = 0; i < at.message.pieces.size(); ++i) {
        ByteView view = viewOf(at.message.pieces[i], m_digest->base);
        const ByteRange range{offset, view.size()};
        offset += view.size();
        const bool edited =
            std::ranges::any_of(edits, [range](const Edit* each) { return overlaps(each->range, range); });
        if (links[i] && *links[i] < values.size() && !edited) {
            known = known && values[*links[i]].has_value();
            view = values[*links[i]] ? values[*links[i]]->view() : view;
        }
        whole.push_back(view);
    }
    std::vector<ByteView> out;
    Cutter cutter(whole, out);
    std::uint64_t from = 0;
    for (const Edit* each : edits) {
        cutter.take(from, each->range.offset);
        out.emplace_back(each->bytes);
        from = each->range.end();
    }
    cutter.take(from, offset);
    return out;
}

Bytes WhatIf::message(std::size_t step, std::span<const std::optional<Hash32>> values) const {
    Bytes out;
    bool known = true;
    if (m_digest && step < m_digest->steps.size()) {
        for (const ByteView piece : pieces(step, values, known)) {
            append(out, piece);
        }
    }
    return out;
}

std::vector<std::optional<Hash32>> WhatIf::values(const Cancellation& cancellation) const {
    std::vector<std::optional<Hash32>> out;
    const std::size_t count = m_digest ? m_digest->steps.size() : 0;
    // What comes before the first edit stays what it is.
    std::size_t first = count;
    for (const Edit& each : m_edits) {
        first = std::min(first, each.step);
    }
    for (std::size_t step = 0; step < count && !cancellation.cancelled(); ++step) {
        const DigestStep& at = m_digest->steps[step];
        if (step < first) {
            out.emplace_back(at.after);
            continue;
        }
        bool known = true;
        const std::vector<ByteView> message = pieces(step, out, known);
        out.push_back(known ? valueOf(at.rule, at.function, message) : std::nullopt);
    }
    return out;
}

} // namespace anchorscope::model
