// Everything in a case that "Go to" finds, sorted once in a worker: digests and states by their first bytes,
// selectors, names of functions, addresses. Limits: 1. immutable, so any thread may search it; 2. a search
// looks at no more than what fits the text and `most`; but names are looked through, each once; 3. about 100
// bytes a transition.
#pragma once
#include "core/base/cancellation.h"
#include "core/verify/report.h"
#include "model/goto/place_hit.h"
#include "model/goto/place_query.h"
#include "model/items/names.h"

namespace anchorscope::model {

/// What is searched. Null pointers where nothing is known; bytes can always be gone to.
struct SearchedParts {
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table;
    std::shared_ptr<const transition::Tree> tree;
    std::shared_ptr<const verify::TablePart> examined;
    std::shared_ptr<const Names> names;
};

class PlaceIndex {
public:
    /// Null when cancelled.
    [[nodiscard]] static std::shared_ptr<const PlaceIndex> build(SearchedParts parts,
                                                                 const Cancellation& cancellation);
    /// At most `most` hits, of each kind its share.
    [[nodiscard]] PlacesFound find(const QString& text, qsizetype most) const;

private:
    struct HashAt {
        Hash32 value;
        ByteRange within;          ///< it, or what it is computed from, lies in here
        std::int8_t digest = -1;   ///< DigestKind; -1: a state
        std::uint32_t subject = 0; ///< index into the examined digests; of others not used
        bool stated = true;        ///< a word of the table; else computed
    };
    struct SelectorAt {
        std::uint32_t selector = 0, node = 0;
    };
    struct AddressAt {
        Address address;
        std::uint32_t node = 0;
        bool is_target = false;
    };
    struct FunctionAt {
        QString lower, name;
        std::vector<std::uint32_t> nodes;
    };

    PlaceIndex() = default;
    bool addCalls(const Cancellation& cancellation);
    void addHashes();
    void addEntry(std::size_t index);
    [[nodiscard]] PlaceHit hitOf(quint32 node, PlaceHit::Kind kind) const;
    [[nodiscard]] PlaceHit hitOf(const HashAt& at) const;
    void findNumbers(const PlaceQuery& query, PlacesFound& found) const;
    void findPath(const PlaceQuery& query, PlacesFound& found) const;
    void findDigits(const QString& digits, qsizetype most, PlacesFound& found) const;
    void findSelector(const QString& digits, qsizetype most, PlacesFound& found) const;
    void findAddress(const QString& digits, qsizetype most, PlacesFound& found) const;
    void findWord(const QString& word, qsizetype most, PlacesFound& found) const;
    [[nodiscard]] QString whyNot(const PlaceQuery& query) const;
    [[nodiscard]] quint64 steps() const { return m_parts.tree ? m_parts.tree->nodes.size() : 0; }
    [[nodiscard]] quint64 size() const;

    SearchedParts m_parts;
    std::vector<HashAt> m_hashes;
    std::vector<SelectorAt> m_selectors;
    std::vector<AddressAt> m_addresses;
    std::vector<FunctionAt> m_functions;
    std::vector<quint32> m_entry_nodes;
};

} // namespace anchorscope::model
