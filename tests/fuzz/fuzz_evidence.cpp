// Evidence files in all forms, answers, receipts and transactions: whatever is accepted encodes to its own
// bytes.
#include "core/chain/block_raw.h"
#include "core/chain/evidence_file.h"
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::chain;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_bytes(ByteView input) {
    if (const Result<Receipt> receipt = decode_receipt(input)) {
        require(equal(encode_receipt(*receipt), input));
    }
    if (const Result<Receipt> receipt = decode_receipt_eth69(input)) {
        require(decode_receipt(encode_receipt(*receipt)) == *receipt);
    }
    if (const Result<Transaction> transaction = decode_transaction(input)) {
        require(equal(transaction->raw, input));
        require(transaction->input.end() <= input.size());
    }
}

/// What is kept of a part is proven; a part of a whole is what stood there.
void check_block(const BlockEvidence& block) {
    if (!block.whole()) {
        require(block.receipts_proven && block.receipts.size() == block.positions.size());
        require(block.transactions_proven == block.bodies_known);
        return;
    }
    const std::vector<std::size_t> last{block.receipts.size() - 1};
    const Result<BlockEvidence> part = partial_of(block, last);
    require(part.has_value() == (block.receipts_proven && !block.receipts.empty()));
    require(!part || part->receipts.front() == block.receipts.back());
}

void check_text(std::string_view text) {
    if (const Result<EvidenceFile> file = read_evidence(text, "fuzz")) {
        const std::string written = write_evidence(*file);
        const Result<EvidenceFile> again = read_evidence(written, "fuzz");
        require(again.has_value());
        require(write_evidence(*again) == written);
        for (const BlockEvidence& block : file->blocks) {
            check_block(block);
        }
        for (const HistoryProof& history : file->history) {
            require(history.hash().has_value());
        }
    }
    if (const Result<codec::Json> answer = rpc_result(text, 1)) {
        static_cast<void>(receipt_location_from_rpc(*answer));
        static_cast<void>(transaction_from_rpc(*answer, "fuzz"));
        if (const Result<BlockEvidence> block = block_from_raw_block(*answer, codec::Json::array(), {})) {
            require(block->receipts_proven && block->transactions_proven);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check_bytes({data, size});
    check_text({reinterpret_cast<const char*>(data), size});
    return 0;
}
