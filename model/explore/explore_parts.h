// Private to this room: one function for each family of digests; each answers null for ids of others.
#pragma once
#include "model/explore/explore.h"

namespace anchorscope::model {

using Explored = std::optional<ExploredDigest>;

struct DigestId {
    QString kind, subject;
    /// Parts of the subject, by colons.
    [[nodiscard]] QStringList parts() const { return subject.split(QLatin1Char(':')); }
};

[[nodiscard]] Explored exploreOfTable(const Parts& parts, const DigestId& id);
[[nodiscard]] Explored exploreRolling(const Parts& parts, const DigestId& id);
[[nodiscard]] Explored exploreObservation(const Parts& parts, const DigestId& id);
[[nodiscard]] Explored exploreOfProofs(const Parts& parts, const DigestId& id);
[[nodiscard]] Explored exploreSlice(const Parts& parts, const DigestId& id);
[[nodiscard]] Explored exploreOfChain(const Parts& parts, const DigestId& id);

void addLookups(const Parts& parts, std::vector<NamedDigest>& out);
void addProofs(const Parts& parts, std::vector<NamedDigest>& out);
void addSlice(const Parts& parts, std::vector<NamedDigest>& out);
void addChain(const Parts& parts, std::vector<NamedDigest>& out);

/// One step without a chain, hashed here.
[[nodiscard]] DigestStep hashedStep(const QString& name, digest::Preimage message, ByteView base,
                                    crypto::HashFunction function = crypto::HashFunction::keccak_256);
/// The steps of a leaf's way to the root of a tree in the shape of RFC 9162, and the root.
void addMerklePath(std::vector<DigestStep>& steps, crypto::HashFunction function, const Hash32& leaf,
                   std::uint64_t index, std::uint64_t count, std::span<const Hash32> path);
/// Reads "name[3]", and what follows it goes to `rest`.
[[nodiscard]] std::optional<std::size_t> takeIndex(std::string_view& rest, std::string_view name);

} // namespace anchorscope::model
