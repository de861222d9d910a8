#include "model/explore/explore_parts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

DigestId read(const QString& id) {
    const qsizetype colon = id.indexOf(u':');
    return {id.left(colon), colon < 0 ? QString() : id.mid(colon + 1)};
}

DigestStep stepOf(digest::TraceStep step, crypto::HashFunction function) {
    DigestStep out;
    out.name = textOf(step.name);
    out.before = step.before;
    out.message = std::move(step.message);
    out.after = step.after;
    out.rule = step.rule;
    out.function = function;
    return out;
}

} // namespace

ExploredDigest explored(digest::StepTrace trace, const std::shared_ptr<const table::ExecutionTable>& table,
                        Told told) {
    ExploredDigest out;
    out.kind = textOf(digest::name(trace.kind));
    out.subject = textOf(trace.subject);
    out.id = textOf(digest::id(trace.kind)) + u':' + out.subject;
    out.function = trace.function;
    out.told = told;
    out.value = trace.value();
    out.table = table;
    if (table) {
        out.base = table->calldata();
        out.inCalldata = true;
        out.keep.push_back(table);
    }
    for (digest::TraceStep& step : trace.steps) {
        out.steps.push_back(stepOf(std::move(step), trace.function));
    }
    return out;
}

DigestStep hashedStep(const QString& name, digest::Preimage message, ByteView base,
                      crypto::HashFunction function) {
    DigestStep step;
    step.name = name;
    step.after = message.hash(function, base);
    step.message = std::move(message);
    step.function = function;
    return step;
}

void addMerklePath(std::vector<DigestStep>& steps, crypto::HashFunction function, const Hash32& leaf,
                   std::uint64_t index, std::uint64_t count, std::span<const Hash32> path) {
    constexpr std::array<std::uint8_t, 1> leafPrefix{0}, nodePrefix{1};
    digest::Preimage message;
    message.literal("prefix", leafPrefix);
    message.literal("entry hash", leaf.view());
    steps.push_back(hashedStep(Words::tr("leaf %1").arg(index), std::move(message), {}, function));
    std::uint64_t last = count - 1;
    for (const Hash32& neighbour : path) {
        while (index % 2 == 0 && index == last && last != 0) { // no neighbour: it moves up
            index /= 2;
            last /= 2;
        }
        const Hash32 value = steps.back().after;
        digest::Preimage node;
        node.literal("prefix", nodePrefix);
        node.literal(index % 2 == 0 ? "left" : "left, a neighbour",
                     (index % 2 == 0 ? value : neighbour).view());
        node.literal(index % 2 == 0 ? "right, a neighbour" : "right",
                     (index % 2 == 0 ? neighbour : value).view());
        steps.push_back(hashedStep(Words::tr("node of its neighbours"), std::move(node), {}, function));
        index /= 2;
        last /= 2;
    }
}

std::optional<std::size_t> takeIndex(std::string_view& rest, std::string_view name) {
    if (!rest.starts_with(name) || rest.size() <= name.size() || rest[name.size()] != '[') {
        return std::nullopt;
    }
    std::size_t index = 0, at = name.size() + 1;
    constexpr std::size_t most = 1'000'000'000;
    const std::size_t first = at;
    for (; at < rest.size() && rest[at] >= '0' && rest[at] <= '9' && index < most; ++at) {
        index = 10 * index + static_cast<std::size_t>(rest[at] - '0');
    }
    if (at == first || at >= rest.size() || rest[at] != ']') {
        return std::nullopt;
    }
    rest.remove_prefix(at + 1);
    return index;
}

std::shared_ptr<const ExploredDigest> explore(const Parts& parts, const QString& text,
                                              const Cancellation& cancellation) {
    const DigestId id = read(text);
    for (const auto family : {exploreOfTable, exploreRolling, exploreObservation, exploreOfProofs,
                              exploreSlice, exploreOfChain}) {
        if (cancellation.cancelled()) {
            break;
        }
        if (Explored found = family(parts, id)) {
            found->id = text;
            return std::make_shared<const ExploredDigest>(*std::move(found));
        }
    }
    ExploredDigest none;
    none.id = text;
    none.kind = id.kind;
    none.subject = id.subject;
    none.why = Words::tr("What this digest is made of is not known in this case.");
    return std::make_shared<const ExploredDigest>(std::move(none));
}

std::vector<NamedDigest> moreDigests(const Parts& parts, const Cancellation& cancellation) {
    std::vector<NamedDigest> out;
    for (const auto add : {addLookups, addProofs, addSlice, addChain}) {
        if (!cancellation.cancelled()) {
            add(parts, out);
        }
    }
    return out;
}

} // namespace anchorscope::model
