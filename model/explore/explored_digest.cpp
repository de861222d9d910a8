#include "model/explore/explored_digest.h"
#include "core/crypto/secp256k1.h"
#include "model/words.h"

namespace anchorscope::model {

namespace {

constexpr std::size_t digest_bytes = 32;

std::optional<Hash32> signerOf(std::span<const ByteView> pieces) {
    Bytes message;
    for (const ByteView piece : pieces) {
        append(message, piece);
    }
    if (message.size() < digest_bytes) {
        return std::nullopt;
    }
    const ByteView all = message;
    const Result<Address> signer =
        crypto::recover_address(Hash32::from(all.first(digest_bytes)), all.subspan(digest_bytes));
    return signer ? std::optional(signer->to_word()) : std::nullopt;
}

} // namespace

std::optional<Hash32> valueOf(digest::StepRule rule, crypto::HashFunction function,
                              std::span<const ByteView> pieces) {
    return rule == digest::StepRule::recovery ? signerOf(pieces)
                                              : std::optional(crypto::hash_pieces(function, pieces));
}

Bytes bytesAt(const ExploredDigest& digest, std::size_t step, ByteRange range) {
    Bytes out;
    std::uint64_t at = 0;
    for (const digest::PreimagePiece& piece : digest.steps[step].message.pieces) {
        const auto* where = std::get_if<ByteRange>(&piece.content);
        const ByteView bytes = where ? slice(digest.base, *where) : ByteView(std::get<Bytes>(piece.content));
        const std::uint64_t from = std::max(at, range.offset), to = std::min(at + bytes.size(), range.end());
        if (from < to) {
            append(out, slice(bytes, {from - at, to - from}));
        }
        at += bytes.size();
    }
    return out;
}

bool holds(const ExploredDigest& digest) {
    Hash32 before;
    for (const DigestStep& step : digest.steps) {
        const Bytes message = step.message.bytes(digest.base);
        const ByteView view = message;
        const bool goesOn = !step.before || (*step.before == before && view.size() >= digest_bytes &&
                                             equal(view.first(digest_bytes), before.view()));
        if (!goesOn || valueOf(step.rule, step.function, std::array{view}) != step.after) {
            return false;
        }
        before = step.after;
    }
    return digest.value == before;
}

QString toldText(Told told) {
    switch (told) {
    case Told::Computed:
        return Words::tr("computed here");
    case Told::Evidence:
        return Words::tr("computed here from the evidence");
    case Told::Logs:
        return Words::tr("recomputed from the manager’s logs");
    case Told::Unbound:
        return Words::tr("recomputed from logs; that they are of this table is not shown");
    case Told::Tables:
        return Words::tr("recomputed from the other tables of the bundle");
    case Told::Trace:
        return Words::tr("as a trace tells: the word of whoever gave it");
    case Told::Stated:
        return Words::tr("computed here from what you state");
    }
    return {};
}

} // namespace anchorscope::model
