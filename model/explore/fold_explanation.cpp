#include "model/explore/fold_explanation.h"
#include "core/base/u256.h"
#include <map>

namespace anchorscope::model {

namespace {

/// Ends of calls whose own number is not the live cursor, with that number.
std::map<std::size_t, quint64> ownNumbers(const ExploredDigest& digest) {
    std::map<std::size_t, quint64> out;
    std::vector<quint64> open;
    for (std::size_t i = 0; i < digest.steps.size(); ++i) {
        const DigestStep& step = digest.steps[i];
        const quint64 number = step.number.toULongLong();
        if (step.name == QLatin1String("CALL_BEGIN")) {
            open.push_back(number);
        } else if (step.name == QLatin1String("CALL_END") && !open.empty()) {
            if (open.back() != number) {
                out.emplace(i, open.back());
            }
            open.pop_back();
        }
    }
    return out;
}

/// The fold's value with other numbers in some steps. Of a chained step the pieces are: value, tag, number, …
Hash32 folded(const ExploredDigest& digest, const std::map<std::size_t, quint64>& numbers) {
    Hash32 value;
    for (std::size_t i = 0; i < digest.steps.size(); ++i) {
        std::vector<ByteView> pieces;
        for (const digest::PreimagePiece& piece : digest.steps[i].message.pieces) {
            const auto* range = std::get_if<ByteRange>(&piece.content);
            pieces.push_back(range ? slice(digest.base, *range) : ByteView(std::get<Bytes>(piece.content)));
        }
        const auto other = numbers.find(i);
        const Hash32 word = U256(other == numbers.end() ? 0 : other->second).to_word();
        if (pieces.size() > 2) {
            pieces[0] = value.view();
            pieces[2] = other == numbers.end() ? pieces[2] : word.view();
        }
        value = crypto::hash_pieces(digest.steps[i].function, pieces);
    }
    return value;
}

} // namespace

std::optional<FoldExplanation> explainFold(const ExploredDigest& digest, const Hash32& stated) {
    if (digest.value == stated || digest.steps.size() > max_explained_steps) {
        return std::nullopt;
    }
    const std::map<std::size_t, quint64> own = ownNumbers(digest);
    const auto told = [&](std::size_t step, bool all) {
        return FoldExplanation{step, QString::number(own.at(step)), digest.steps[step].number, all};
    };
    if (!own.empty() && folded(digest, own) == stated) {
        return told(own.begin()->first, own.size() > 1);
    }
    for (const auto& [step, number] : own) {
        if (folded(digest, {{step, number}}) == stated) {
            return told(step, false);
        }
    }
    return std::nullopt;
}

} // namespace anchorscope::model
