// What the rows of a tree say, as the filter asks for it: the value of each field of filter_field.h. Limits:
// 1. made and read in one thread at a time, for what was found out is kept; 2. the texts of up to
// max_kept_texts rows are kept, those of more are made anew each time.
#pragma once
#include "core/base/cancellation.h"
#include "model/filter/filter_program.h"
#include "model/items/node_checks.h"
#include "model/items/node_words.h"

namespace anchorscope::model {

inline constexpr quint32 max_kept_texts = 1'000'000; ///< about 80 bytes each

/// Table and tree are never null; `examined` may be.
struct FilterParts {
    std::shared_ptr<const table::ExecutionTable> table;
    std::shared_ptr<const transition::Tree> tree;
    std::shared_ptr<const verify::TablePart> examined;
    bool accepted = false; ///< isAccepted
    std::shared_ptr<const Names> names = wellKnownNames();
};

/// All values of one field in one row, in whichever list fits its type; reused from row to row.
struct FilterReading {
    std::vector<FilterNumber> numbers;
    std::vector<Domain> domains;
    std::vector<quint8> words;
    std::vector<std::string> texts; ///< UTF-8, folded; of addresses their labels
    std::vector<ByteView> octets;
    bool flag = false;

    void clear();

private:
    friend class NodeFacts;
    std::optional<KnownCall> m_call; // the views may point into these
    Hash32 m_hash;
};

/// What the completion offers beside the words of the language.
struct FilterVocabulary {
    struct Known {
        QString text, label;
    };
    QStringList domains, functions, rules;
    QList<Known> addresses;
};

class NodeFacts {
public:
    explicit NodeFacts(FilterParts parts);

    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_parts.tree->nodes.size()); }
    [[nodiscard]] const transition::Tree& tree() const { return *m_parts.tree; }
    void read(FilterField field, quint32 node, FilterReading& into) const;
    /// All that a row shows, folded: valid until the next call.
    [[nodiscard]] std::string_view rowText(quint32 node) const;
    /// Makes the texts that are kept; false when cancelled.
    [[nodiscard]] bool keepTexts(const Cancellation& cancellation, const ProgressReport& progress) const;
    [[nodiscard]] FilterVocabulary vocabulary(const Cancellation& cancellation) const;

private:
    [[nodiscard]] const transition::Node& node(quint32 at) const { return m_parts.tree->nodes[at]; }
    /// The node whose result a row is about: of a return the node that returns.
    [[nodiscard]] quint32 resultOf(quint32 at) const;
    [[nodiscard]] std::string makeText(quint32 at) const;
    [[nodiscard]] quint8 state(quint32 at) const;
    [[nodiscard]] bool reverted(quint32 at) const;
    [[nodiscard]] bool problem(quint32 at) const;
    [[nodiscard]] std::span<const std::pair<quint32, const Finding*>> findings(quint32 at) const;
    void readDomains(FilterField field, quint32 at, FilterReading& into) const;
    void readPlaces(FilterField field, quint32 at, FilterReading& into) const;
    void readWords(FilterField field, quint32 at, FilterReading& into) const;
    void readDeltas(FilterField field, quint32 at, FilterReading& into) const;
    void readCall(FilterField field, quint32 at, FilterReading& into) const;
    void readAddresses(FilterField field, quint32 at, FilterReading& into) const;
    void readHashes(FilterField field, quint32 at, FilterReading& into) const;
    void readTexts(FilterField field, quint32 at, FilterReading& into) const;

    FilterParts m_parts;
    NodeWords m_words;
    NodeChecks m_checks;
    std::vector<std::pair<quint32, const Finding*>> m_findings; // by node
    mutable std::vector<quint8> m_states;                       // unread_state until asked for
    mutable std::string m_texts, m_text;                        // of all rows, one behind the other; of one
    mutable std::vector<std::size_t> m_text_ends;
};

/// As texts are compared: without regard to case.
[[nodiscard]] std::string foldedText(const QString& text);

} // namespace anchorscope::model
