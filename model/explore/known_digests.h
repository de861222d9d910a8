// Every digest that a case states, logs or computes, with the places where it stands: what a recomputed value
// is compared with. Zero is left out: it says nothing. Limits: at most max_known_digests places.
#pragma once
#include "model/session/session.h"
#include <QStringList>

namespace anchorscope::model {

inline constexpr std::size_t max_known_digests = 4'000'000;

class KnownDigests {
public:
    KnownDigests() = default;
    explicit KnownDigests(const Parts& parts);
    /// "the rolling hash of entries[0], as the table states"; at most `most`.
    [[nodiscard]] QStringList places(const Hash32& value, std::size_t most = 8) const;
    [[nodiscard]] std::size_t size() const { return m_places.size(); }

private:
    enum class Kind : std::uint8_t;
    struct Place {
        Hash32 value;
        Kind kind{};
        std::uint32_t a = 0, b = 0;
    };
    void add(const Hash32& value, Kind kind, std::size_t a = 0, std::size_t b = 0);
    void addTable(const table::ExecutionTable& table);
    void addReport(const Parts& parts);
    [[nodiscard]] QString words(const Place& place) const;

    std::vector<Place> m_places; ///< ascending by value
    Parts m_parts;               ///< kept for the words
};

} // namespace anchorscope::model
