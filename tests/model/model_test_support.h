// Cases for the tests: the samples shipped with the program, loaded without a session.
#pragma once
#include "core/chain/evidence_file.h"
#include "core/codec/json.h"
#include "model/items/texts.h"
#include "model/session/case_work.h"
#include "model/session/samples.h"
#include <QSignalSpy>
#include <QTest>

namespace anchorscope::model {

struct LoadedCase {
    LoadedTable loaded;
    Prepared prepared;
    std::shared_ptr<const verify::TablePart> examined;
    Conclusion conclusion;
};

/// The sample with its pins, or, with `events` false, its table alone.
inline LoadedCase loadSample(const QString& id, bool events = true) {
    (void)samples(); // registers the resources
    CaseFiles files = CaseFiles::discover(QStringLiteral(":/samples/") + id);
    if (!events) {
        files.envelope.clear();
        files.evidence.clear();
    }
    LoadedCase made;
    made.loaded = loadTable(QStringLiteral("table.hex"), readTable(files).value(), {});
    made.prepared = prepare(files, {}, made.loaded).value();
    if (made.loaded.table) {
        made.examined = std::make_shared<const verify::TablePart>(verify::examine_table(*made.loaded.table));
    }
    made.conclusion = conclude(made.prepared, made.examined.get());
    return made;
}

/// A table of a recorded run (tests/data/eez) with the events of its own chain; `side` is "l1" or "l2".
inline LoadedCase loadRun(const QString& scenario, const QString& side = QStringLiteral("l1"),
                          int table = 0) {
    const QString folder = QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/tests/data/eez/%1/").arg(scenario);
    const QString chainFile = folder + side + QStringLiteral("/chain.json");
    const auto text = [](const Bytes& bytes) { return std::string(bytes.begin(), bytes.end()); };
    const std::string chainText = text(readFile(chainFile, max_evidence_bytes).value());
    const codec::Json oracle =
        codec::parse_json(text(readFile(folder + QStringLiteral("oracle.json"), max_evidence_bytes).value()))
            .value();
    const auto hex = oracle.at(side.toStdString())
                         .at(static_cast<std::size_t>(table))
                         .at("calldataHex")
                         .get<std::string>();

    LoadedCase made;
    made.loaded = loadTable(QStringLiteral("table.hex"), Bytes(hex.begin(), hex.end()), {});
    VerifyOptions options;
    options.expect.manager = chain::read_evidence(chainText, "chain.json").value().manager;
    CaseFiles files;
    files.evidence = {chainFile};
    made.prepared = prepare(files, options, made.loaded).value();
    made.examined = std::make_shared<const verify::TablePart>(verify::examine_table(*made.loaded.table));
    made.conclusion = conclude(made.prepared, made.examined.get());
    return made;
}

} // namespace anchorscope::model
