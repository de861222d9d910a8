#include "model/session/reproduce.h"
#include "core/crypto/erc55.h"
#include "model/copy/key_variables.h"
#include "model/copy/shell_word.h"
#include "model/items/texts.h"
#include "model/words.h"
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

class Builder {
public:
    Builder(const CaseFiles& files, const VerifyOptions& options) : m_files(files), m_options(options) {}

    [[nodiscard]] Reproduction build() {
        m_out.words = {u"anchorscope-cli"_s, u"verify"_s};
        addFiles();
        addReading();
        addAuthority();
        addExpectations();
        addPolicy();
        addRemarks();
        return std::move(m_out);
    }

private:
    void add(const QString& option) { m_out.words += option; }
    void add(const QString& option, const QString& value) { m_out.words += option + u' ' + value; }
    void addNumber(const QString& option, quint64 value) { add(option, QString::number(value)); }
    void addAddress(const QString& option, const std::optional<Address>& address) {
        if (address) {
            add(option, textOf(crypto::checksummed(*address)));
        }
    }
    void addHash(const QString& option, const std::optional<Hash32>& hash) {
        if (hash) {
            add(option, textOf(hash->hex()));
        }
    }

    void addFiles();
    void addBytes(const QString& from);
    void addReading();
    void addAuthority();
    void addExpectations();
    void addPolicy();
    void addRemarks();

    const CaseFiles& m_files;
    const VerifyOptions& m_options;
    Reproduction m_out;
    KeyVariables m_keys;
    QString m_standard_input; ///< "<FILE", the last word
};

/// A table without the neighbours that the command line would take along: standard input has none.
void Builder::addBytes(const QString& from) {
    add(u"-"_s);
    m_standard_input = u'<' + shellPath(from);
}

void Builder::addFiles() {
    const CaseFiles found = m_files.fromBytes ? CaseFiles() : CaseFiles::discover(m_files.table);
    if (m_files.fromBytes) {
        addBytes(u"table.hex"_s);
        m_out.remarks +=
            Words::tr("The table was pasted or came through a pipe: save it as table.hex first.");
    } else if (m_files.envelope.isEmpty() && !found.envelope.isEmpty()) {
        addBytes(m_files.table); // else the neighbour would count
    } else {
        add(shellPath(m_files.table));
    }
    if (m_files.envelope != found.envelope && !m_files.envelope.isEmpty()) {
        add(u"--envelope"_s, shellPath(m_files.envelope));
    }
    const QStringList taken = m_standard_input.isEmpty() ? found.evidence : QStringList();
    const bool replaces = m_files.evidence != taken || !m_files.caseEvidence;
    for (const QString& path : replaces ? m_files.evidence : QStringList()) {
        add(u"--evidence"_s, shellPath(path));
    }
    if (replaces && !m_files.evidence.isEmpty() && m_files.caseEvidence &&
        m_files.table.endsWith(u".anchorcase"_s)) {
        m_out.remarks +=
            Words::tr("--evidence replaces the evidence inside the case file; here both were used together.");
    }
    if (!m_files.place.isEmpty()) {
        add(u"--at"_s, shellWord(m_files.place));
    }
}

void Builder::addReading() {
    if (!m_options.format.isEmpty()) {
        add(u"--format"_s, shellWord(m_options.format));
    }
    if (m_options.statedFormats) {
        add(u"--format-abi"_s,
            m_options.statedFormatsFile.isEmpty() ? u"abi.json"_s : shellPath(m_options.statedFormatsFile));
    }
    if (!m_options.profile.isEmpty()) {
        add(u"--profile"_s, shellWord(m_options.profile));
    }
    if (m_options.proofInputs) {
        add(u"--inputs"_s,
            m_options.proofInputsFile.isEmpty() ? u"inputs.json"_s : shellPath(m_options.proofInputsFile));
    }
}

void Builder::addAuthority() {
    if (!m_options.online()) {
        add(u"--offline"_s); // whatever the environment says
    }
    for (const EndpointChoice& endpoint :
         m_options.online() ? m_options.endpoints : QList<EndpointChoice>()) {
        add(endpoint.trusted ? u"--trust"_s : u"--rpc"_s, m_keys.word(endpoint.url));
    }
    if (m_options.quorum) {
        addNumber(u"--quorum"_s, *m_options.quorum);
    }
    for (const verify::Pin& pin : m_options.pins) {
        const QString chain = pin.chain_id ? QString::number(*pin.chain_id) + u':' : QString();
        add(u"--pin-block"_s, u"%1%2:%3"_s.arg(chain).arg(pin.number).arg(textOf(pin.hash.hex())));
    }
    constexpr int second = 1000;
    if (m_options.online() && m_options.timeoutMs != VerifyOptions().timeoutMs) {
        addNumber(u"--timeout"_s,
                  static_cast<quint64>(std::max(1, (m_options.timeoutMs + second - 1) / second)));
    }
}

void Builder::addExpectations() {
    addHash(u"--expect"_s, m_options.expectedDigest);
    addHash(u"--anchor-tx"_s, m_options.anchorTx);
    addHash(u"--table-tx"_s, m_options.tableTx);
    for (const anchor::DeclaredEvent& event : m_options.declaredEvents) {
        add(u"--event"_s, shellWord(declarationText(event)));
    }
    const verify::Expectations& expect = m_options.expect;
    if (expect.chain_id) {
        addNumber(u"--chain"_s, *expect.chain_id);
    }
    if (!expect.built_in) {
        addAddress(u"--contract"_s, expect.contract);
        addAddress(u"--manager"_s, expect.manager);
    }
    addAddress(u"--committer"_s, expect.committer);
    for (const auto& [rollup, contract] : m_options.rollupContracts) {
        add(u"--rollup-contract"_s, u"%1=%2"_s.arg(rollup).arg(textOf(crypto::checksummed(contract))));
    }
    for (const chain::SlotClock& clock : m_options.slotClocks) {
        add(u"--slot-clock"_s, u"%1:%2:%3:%4"_s.arg(clock.chain_id)
                                   .arg(clock.genesis)
                                   .arg(clock.seconds_per_slot)
                                   .arg(clock.slots_per_epoch));
    }
}

void Builder::addPolicy() {
    if (m_options.policy != VerifyOptions().policy) {
        add(u"--require"_s, textOf(verify::name(m_options.policy)));
    }
    for (const verify::RungId rung : m_options.also) {
        add(u"--also"_s, textOf(verify::name(rung)));
    }
    if (m_options.slotTolerance != 0) {
        addNumber(u"--slot-tolerance"_s, m_options.slotTolerance);
    }
    if (!m_standard_input.isEmpty()) {
        add(m_standard_input);
    }
}

void Builder::addRemarks() {
    if (const QStringList names = m_keys.names(); !names.isEmpty()) {
        m_out.remarks += Words::tr("Keys of endpoints are left out: set %1 first.").arg(names.join(u", "_s));
    }
    if (m_options.statedFormats && m_options.statedFormatsFile.isEmpty()) {
        m_out.remarks +=
            Words::tr("abi.json stands for the contract's ABI that declared the table's format.");
    }
    if (m_options.proofInputs && m_options.proofInputsFile.isEmpty()) {
        m_out.remarks += Words::tr("inputs.json stands for the file with the inputs of the proofs.");
    }
    if (!m_files.peers.isEmpty() || !m_files.traces.isEmpty()) {
        m_out.remarks +=
            Words::tr("Other tables and traces of the bundle show the order and take no part in the "
                      "verdict; verify does not read them.");
    }
    if (!m_files.caseEnvelope && m_files.envelope.isEmpty()) {
        m_out.remarks += Words::tr("The envelope inside the case file was not used here.");
    }
}

} // namespace

QString Reproduction::command() const { return words.join(u' '); }

QString Reproduction::lines() const {
    constexpr qsizetype first_line = 3; // program, command and input
    QString out = words.first(std::min(words.size(), first_line)).join(u' ');
    for (qsizetype at = first_line; at < words.size(); ++at) {
        out += u" \\\n    "_s + words[at];
    }
    return out;
}

Reproduction reproduction(const CaseFiles& files, const VerifyOptions& options) {
    return files.isEmpty() ? Reproduction() : Builder(files, options).build();
}

Reproduction reproduction(const Session& session) { return reproduction(session.files(), session.options()); }

QString reproduceCommand(const Session& session) { return reproduction(session).command(); }

QString declarationText(const anchor::DeclaredEvent& event) {
    QStringList parameters;
    for (const anchor::EventParameter& parameter : event.layout.parameters()) {
        parameters +=
            textOf(parameter.type) + (parameter.indexed ? u" indexed "_s : u" "_s) + textOf(parameter.name);
    }
    return u"%1(%2) digest=%3"_s.arg(textOf(event.layout.name()), parameters.join(u", "_s),
                                     textOf(event.place));
}

} // namespace anchorscope::model
