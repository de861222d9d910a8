// What each rung means for who is no specialist: what was checked, who says so, and what would have to be
// true for it to be wrong.
#include "model/explore/evidence_parts.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using verify::RungId;

namespace {

QString checkedWords(RungId id) {
    switch (id) {
    case RungId::table:
        return Words::tr(
            "The bytes were read as an execution table. Every length, offset and padding byte has "
            "its one proper place, and every rule that the contracts enforce holds.");
    case RungId::trajectory:
        return Words::tr(
            "Each rollup is followed through the bundle: every step has to begin with the state in "
            "which the step before left it, as a ledger carries its balance forward.");
    case RungId::execution:
        return Words::tr(
            "What the manager contract logged while the bundle ran was folded, step by step, into "
            "the fingerprint that the table promised.");
    case RungId::proof:
        return Words::tr(
            "Whether the chain took exactly these bytes: a transaction in a real block brought them "
            "to the manager, and it succeeded.");
    case RungId::digest:
        return Words::tr("The fingerprint of the bytes was computed here and compared with the one that the "
                         "envelope, or you, state.");
    case RungId::event:
        return Words::tr("The receipt of the anchor’s transaction has to hold a log that names this very "
                         "fingerprint, in the place where the anchor’s rule looks for it.");
    case RungId::inclusion:
        return Words::tr(
            "Receipt and transaction are part of the block: hashed along their paths they give the "
            "two roots in the header, and the header hashes to the block hash.");
    case RungId::block:
        return Words::tr(
            "Whether the block with this hash is the one that stands on the chain. Nothing that came "
            "with the evidence counts here.");
    case RungId::slot:
        return Words::tr(
            "The anchor has to stand in the slot of the block that accepted the table, or not later "
            "than the tolerance allows.");
    case RungId::finality:
        return Words::tr(
            "Whether the block still stands on the chain and lies at or below the finalized head. "
            "This is asked now, never taken from a file.");
    }
    return {};
}

QString wrongWordsOfBlock(const PageWriter& writer) {
    using Voucher = verify::Authority::Voucher;
    const auto& authority = writer.context.anchor_authority;
    switch (authority ? authority->voucher : Voucher::nobody) {
    case Voucher::pin:
        return Words::tr("The pinned hash would have to be wrong: whoever pinned it vouches for the block.");
    case Voucher::trusted:
        return Words::tr("Your own node would have to be wrong, or be fooled.");
    case Voucher::quorum:
        return Words::tr(
            "All endpoints that agree would have to lie, or be fooled, in the same way. That they "
            "are independent is your claim.");
    case Voucher::single:
        return Words::tr("One endpoint that you have not declared your own would have to lie. That is why it "
                         "alone is not enough.");
    case Voucher::nobody:
        break;
    }
    return Words::tr("Nothing would have to be: as long as nobody vouches for it, a block can simply be "
                     "invented.");
}

QString wrongWords(const PageWriter& writer) {
    switch (writer.rung.id) {
    case RungId::table:
        return Words::tr(
            "This program would have to misread the format. That a table is well formed does not "
            "say where it comes from.");
    case RungId::trajectory:
        return Words::tr(
            "The states would have to be invented as a whole: a chain of states without a gap can "
            "still be the wrong one. Proof and execution tell.");
    case RungId::execution:
        return Words::tr(
            "Two different courses of events would have to have the same fingerprint, or the block "
            "with the logs would have to be invented (see “block”).");
    case RungId::proof:
        return writer.context.posting && writer.context.posting->trace
                   ? Words::tr("The endpoint whose trace shows the inner call would have to lie about it.")
                   : Words::tr(
                         "The transaction’s block would have to be invented, or the stated manager would "
                         "have to be somebody else’s contract.");
    case RungId::digest:
        return Words::tr("Somebody would have to find other bytes with the same fingerprint. For SHA-256, "
                         "Keccak-256 and BLAKE2b nobody knows how.");
    case RungId::event:
        return Words::tr(
            "The receipt would have to be invented (see “inclusion” and “block”), or the contract "
            "be another than you think: anyone can deploy one that logs this.");
    case RungId::inclusion:
        return Words::tr(
            "Somebody would have to find other data with the same hashes. But a whole block can be "
            "invented that fits together as well: the next rung is about that.");
    case RungId::block:
        return wrongWordsOfBlock(writer);
    case RungId::slot:
        return Words::tr(
            "One of the two blocks would have to be another one (see “block”), or the chain’s slot "
            "clock another.");
    case RungId::finality:
        return Words::tr(
            "The endpoints would have to be wrong about the finalized head. A final block leaves "
            "the chain only if a third of all stake breaks the rules.");
    }
    return {};
}

QString named(const std::vector<std::string>& sources) {
    QStringList out;
    for (const std::string& each : sources) {
        out.append(textOf(each));
    }
    return out.join(u", "_s);
}

QString saysWords(const verify::Rung& rung) {
    const QString sources = named(rung.basis.sources);
    switch (rung.basis.kind) {
    case verify::BasisKind::computed:
        return Words::tr("Nobody has to be believed: it was computed here, from the bytes at hand.");
    case verify::BasisKind::light_client:
        return Words::tr("Two thirds of a sync committee of the chain, checked here.");
    case verify::BasisKind::pinned:
        return sources == u"sample"
                   ? Words::tr("The block’s hash is compiled into this program, with the sample.")
               : sources.isEmpty() ? Words::tr("You do: it rests on what you stated.")
                                   : Words::tr("Whoever pinned it: %1.").arg(sources);
    case verify::BasisKind::endpoint:
        return Words::tr("Said by %1, asked in this run.").arg(sources);
    case verify::BasisKind::file:
        break;
    }
    std::vector<std::string> files = rung.basis.sources;
    const bool sample = std::erase(files, "sample") > 0; // who pins the block is no file
    if (sample && !files.empty()) {
        return Words::tr(
                   "The bytes come from %1, and were hashed here; the block’s hash is compiled into this "
                   "program.")
            .arg(named(files));
    }
    return sources.isEmpty()
               ? Words::tr("The bytes come from a file; what follows from them was computed here.")
               : Words::tr("The bytes come from %1; what follows from them was computed here.").arg(sources);
}

} // namespace

void writeWords(PageWriter& writer) {
    writer.page.checked = checkedWords(writer.rung.id);
    writer.page.wrong = wrongWords(writer);
    const bool known = writer.passed() || writer.rung.state == verify::RungState::failed;
    writer.page.says = known ? saysWords(writer.rung) : Words::tr("Nobody yet: this has not been shown.");
}

} // namespace anchorscope::model
