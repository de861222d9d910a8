#include "model/explore/evidence_parts.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using verify::RungId;
using verify::RungState;

namespace {

QString titleOf(RungId id) {
    switch (id) {
    case RungId::table:
        return Words::tr("Table");
    case RungId::trajectory:
        return Words::tr("Trajectory");
    case RungId::execution:
        return Words::tr("Execution");
    case RungId::proof:
        return Words::tr("Proof");
    case RungId::digest:
        return Words::tr("Digest");
    case RungId::event:
        return Words::tr("Event");
    case RungId::inclusion:
        return Words::tr("Inclusion");
    case RungId::block:
        return Words::tr("Block");
    case RungId::slot:
        return Words::tr("Slot");
    case RungId::finality:
        return Words::tr("Finality");
    }
    return {};
}

using Write = void (*)(PageWriter&);
constexpr std::array<Write, verify::rung_count> writers{
    writeTable, writeTrajectory, writeExecution, writeProof, writeDigest,
    writeEvent, writeInclusion,  writeBlock,     writeSlot,  writeFinality};

QString sourcesText(const verify::Evidence& evidence) {
    QStringList names;
    for (const chain::BlockEvidence& block : evidence.blocks) {
        const QString name = sourceText(block.source);
        if (!names.contains(name) && names.size() < 4) {
            names.append(name);
        }
    }
    return names.isEmpty() ? Words::tr("No evidence at hand")
                           : countText(evidence.blocks.size(), Words::tr("block"), Words::tr("blocks")) +
                                 u", "_s + names.join(u", "_s);
}

} // namespace

PageWriter::PageWriter(const Parts& all, RungId id, const Cancellation& stop)
    : parts(all), report(*all.report), request(*all.request), evidence(*all.evidence),
      rung(report.rungs.at(static_cast<std::size_t>(id))),
      context(verify::make_context(request, evidence, all.examined.get(), all.tree.get())),
      cancellation(stop) {}

bool PageWriter::passed() const {
    return rung.state == RungState::passed || rung.state == RungState::passed_not_final;
}

Meaning PageWriter::equality(bool equal) const {
    if (equal) {
        return rung.state == RungState::passed             ? Meaning::Passed
               : rung.state == RungState::passed_not_final ? Meaning::NotFinal
                                                           : Meaning::NotChecked;
    }
    return rung.state == RungState::failed ? Meaning::Failed : Meaning::Warning;
}

void PageWriter::compare(const QString& name, const QString& expected, const QString& expectedFrom,
                         const QString& actual, const QString& actualFrom, const QString& digest) {
    const bool equal = expected == actual;
    EvidenceComparison out{name, expected, expectedFrom, actual, actualFrom, equality(equal), {}, digest};
    out.result = equal ? Words::tr("Equal") : Words::tr("Differs");
    page.comparisons.append(out);
}

void PageWriter::compareHash(const QString& name, const Hash32& expected, const QString& expectedFrom,
                             const Hash32& actual, const QString& actualFrom, const QString& digest) {
    compare(name, hexText(expected.view()), expectedFrom, hexText(actual.view()), actualFrom, digest);
}

void PageWriter::compareFailure() {
    if (rung.state != RungState::failed || rung.expected.empty()) {
        return;
    }
    const QString expected = textOf(rung.expected), actual = textOf(rung.actual);
    for (const EvidenceComparison& each : page.comparisons) {
        if (each.meaning == Meaning::Failed || (each.expected == expected && each.actual == actual)) {
            return;
        }
    }
    page.comparisons.prepend(
        {Words::tr("what failed"), expected, {}, actual, {}, Meaning::Failed, Words::tr("Differs")});
}

EvidencePage evidencePage(const Parts& parts, RungId id, const Cancellation& cancellation) {
    EvidencePage page;
    page.rung = id;
    page.title = titleOf(id);
    if (!parts.report || !parts.request || !parts.evidence) {
        page.missing = Words::tr("Nothing has been checked yet.");
        return page;
    }
    PageWriter writer(parts, id, cancellation);
    writer.page = page;
    writer.page.reported = true;
    writer.page.state = writer.rung.state;
    writer.page.detail = textOf(writer.rung.detail);
    const bool open =
        writer.rung.state == RungState::not_checked || writer.rung.state == RungState::cannot_check;
    writer.page.missing = open ? writer.page.detail : QString();
    writer.page.source = sourcesText(*parts.evidence);
    writeWords(writer);
    if (!cancellation.cancelled()) {
        writers.at(static_cast<std::size_t>(id))(writer);
    }
    writer.compareFailure();
    return std::move(writer.page);
}

void addRow(EvidenceCard& card, Row row) {
    if (card.rows.size() < static_cast<qsizetype>(max_card_rows)) {
        card.rows.append(std::move(row));
    }
}

void closeCard(EvidenceCard& card, std::size_t all) {
    if (all > static_cast<std::size_t>(card.rows.size()) && !card.rows.isEmpty()) {
        Row more;
        more.cells = {
            {Words::tr("… %1 more").arg(numberText(all - static_cast<std::size_t>(card.rows.size())))}};
        card.rows.append(more);
    }
}

Row fieldRow(const QString& name, const Cell& value) {
    Row row;
    row.cells = {{name}, value};
    return row;
}

Cell hashValue(const Hash32& value) { return {hexText(value.view()), Meaning::None, true}; }

Cell addressValue(const Address& address) { return {hexText(address.view()), Meaning::None, true}; }

QString sourceText(const chain::Source& source) {
    switch (source.kind) {
    case chain::SourceKind::computed:
        return Words::tr("computed here");
    case chain::SourceKind::user:
        return Words::tr("stated by you");
    case chain::SourceKind::endpoint:
        return Words::tr("from endpoint %1").arg(textOf(source.name));
    case chain::SourceKind::file:
        break;
    }
    return source.name.empty() ? Words::tr("from a file") : Words::tr("from %1").arg(textOf(source.name));
}

EvidenceCard missingCard(const QString& title, const QString& why) {
    EvidenceCard card;
    card.title = title;
    card.headers = {Words::tr("Field"), Words::tr("Value")};
    card.widths = {140, 0};
    card.empty = why;
    return card;
}

namespace {

QString plain(const Cell& cell) {
    const QString text = cell.copy.isEmpty() ? cell.text : cell.copy;
    return text.simplified();
}

void writeCard(QStringList& out, const EvidenceCard& card) {
    out.append(QString());
    out.append(card.caption.isEmpty() ? card.title : card.title + u" ("_s + card.caption + u')');
    for (const Row& row : card.rows) {
        QStringList cells;
        for (const Cell& cell : row.cells) {
            cells.append(plain(cell));
        }
        out.append(QString(2 + 2 * row.depth, u' ') + cells.join(u"  "_s).trimmed());
    }
    for (const PathNode& node : card.path) {
        out.append(u"  "_s + node.kind + u": "_s + node.note + u"; "_s + node.result);
        out.append(u"    "_s + (node.error.isEmpty() ? node.copy.simplified() : node.error));
    }
    if (!card.empty.isEmpty() && card.rows.isEmpty() && card.path.isEmpty()) {
        out.append(u"  "_s + card.empty);
    }
    if (!card.summary.isEmpty()) {
        out.append(u"  "_s + card.summary);
    }
}

} // namespace

QString evidenceText(const EvidencePage& page) {
    QStringList out{page.title + u": "_s + textOf(verify::words(page.state)), page.detail};
    for (const auto& [name, text] : {std::pair{Words::tr("What was checked"), page.checked},
                                     {Words::tr("Who says so"), page.says},
                                     {Words::tr("For this to be wrong"), page.wrong}}) {
        if (!text.isEmpty()) {
            out.append(name + u": "_s + text);
        }
    }
    for (const EvidenceCard& card : page.cards) {
        writeCard(out, card);
    }
    if (!page.comparisons.isEmpty()) {
        out.append(QString());
        out.append(Words::tr("Expected and actual"));
    }
    for (const EvidenceComparison& each : page.comparisons) {
        out.append(u"  "_s + each.name + u": "_s + each.result);
        out.append(u"    "_s + Words::tr("expected %1 %2").arg(each.expected, each.expectedFrom).trimmed());
        out.append(u"    "_s + Words::tr("actual %1 %2").arg(each.actual, each.actualFrom).trimmed());
    }
    out.append(QString());
    out.append(page.source);
    return out.join(u'\n') + u'\n';
}

} // namespace anchorscope::model
