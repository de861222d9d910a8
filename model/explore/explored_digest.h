// A digest taken apart: every message that was hashed on the way to it, in order, and what it is compared
// with. Made for a selection, never stored for a whole table. Limits: 1. messages refer to `base` and are
// copied only where they are shown; 2. a digest of a message of any length has one step, and only the message
// itself bounds its memory; 3. what a step says of where its bytes come from is as good as `told`.
#pragma once
#include "core/digest/step_trace.h"
#include "model/items/table_models.h"
#include "model/items/texts.h"

namespace anchorscope::model {

/// Who tells what was hashed; the later, the less it shows.
enum class Told {
    Computed, ///< the input alone: computed here from its bytes
    Evidence, ///< a block, header or transaction in evidence
    Logs,     ///< the manager's logs in the block that accepted the table
    Unbound,  ///< logs, of which it is not shown that they are of this table
    Tables,   ///< the other tables of the bundle
    Trace,    ///< a trace: the word of whoever gave it
    Stated    ///< what the user states
};

/// One message and its hash.
struct DigestStep {
    QString name;     ///< "CALL_END", "rollup 2"
    QString number;   ///< of the call or frame; empty where steps have none
    QString remark;   ///< "live cursor"
    QString outcome;  ///< of a call's end: "success, uint256 1"
    QString observed; ///< where the outcome was seen: "log 3 of receipt 1", "the trace"
    int depth = 0;    ///< how deep calls and frames nest
    std::optional<quint32> node;
    std::optional<Hash32> before; ///< what it goes on from; its message then begins with it
    digest::Preimage message;
    Hash32 after;
    digest::StepRule rule = digest::StepRule::hash;
    crypto::HashFunction function = crypto::HashFunction::keccak_256;
};

/// What the digest is compared with.
struct DigestComparison {
    QString name; ///< "Stated by the table"
    Hash32 value;
    QString result; ///< "Equal", "Trace agrees", "Mismatch"
    Meaning meaning = Meaning::None;
    QString detail;
};

struct ExploredDigest {
    QString id, kind, subject;
    crypto::HashFunction function = crypto::HashFunction::keccak_256; ///< of the last step
    Told told = Told::Computed;
    std::vector<DigestStep> steps;
    Hash32 value; ///< of the last step; zero where there is none
    std::vector<DigestComparison> comparisons;
    QString why; ///< why there is nothing to show, or what is missing; empty where all is there

    ByteView base;           ///< what ranges of messages count in
    bool inCalldata = false; ///< base is the calldata: fields can be chosen everywhere
    std::shared_ptr<const table::ExecutionTable> table;
    std::vector<std::shared_ptr<const void>> keep; ///< what base and table live in

    [[nodiscard]] bool isEmpty() const { return steps.empty(); }
};

/// The value that a message has under a step's rule; empty where a signature has no signer.
[[nodiscard]] std::optional<Hash32> valueOf(digest::StepRule rule, crypto::HashFunction function,
                                            std::span<const ByteView> pieces);
/// The bytes of a step's message that a range names.
[[nodiscard]] Bytes bytesAt(const ExploredDigest& digest, std::size_t step, ByteRange range);
/// Whether every step's value follows from its message.
[[nodiscard]] bool holds(const ExploredDigest& digest);
/// "computed here", "as the manager’s logs tell", "as a trace tells, which proves nothing".
[[nodiscard]] QString toldText(Told told);

} // namespace anchorscope::model
