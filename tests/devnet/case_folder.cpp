#include "tests/devnet/case_folder.h"
#include <QFile>
#include <stdexcept>

namespace anchorscope::devnet {

CaseFolder::CaseFolder(ByteView table) { write("table.hex", to_hex(table) + "\n"); }

void CaseFolder::envelope(const anchor::Envelope& envelope) {
    write("envelope.json", write_envelope(envelope));
}

void CaseFolder::envelope(const codec::Json& object) { write("envelope.json", object.dump(2)); }

void CaseFolder::evidence(std::uint64_t chain_id, std::span<const chain::BlockEvidence> blocks) {
    write("evidence.json", chain::write_evidence(chain_id, blocks));
}

void CaseFolder::replace_in_evidence(const std::string& from, const std::string& to) {
    std::string text = read("evidence.json");
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
        throw std::runtime_error("the evidence does not hold this text exactly once: " + from);
    }
    write("evidence.json", text.replace(at, from.size(), to));
}

void CaseFolder::write(const char* name, const std::string& text) const {
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), static_cast<qint64>(text.size())) < 0) {
        throw std::runtime_error("cannot write a case");
    }
}

std::string CaseFolder::read(const char* name) const {
    QFile in(file(name));
    if (!in.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("cannot read a case");
    }
    return in.readAll().toStdString();
}

} // namespace anchorscope::devnet
