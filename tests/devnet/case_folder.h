// A case laid side by side in a temporary folder: table.hex, envelope.json, evidence.json.
#pragma once
#include "core/anchor/envelope.h"
#include "core/chain/evidence_file.h"
#include "core/codec/json.h"
#include <QTemporaryDir>

namespace anchorscope::devnet {

class CaseFolder {
public:
    /// With the table alone.
    explicit CaseFolder(ByteView table);

    void envelope(const anchor::Envelope& envelope);
    /// Any object, also one that is no valid envelope.
    void envelope(const codec::Json& object);
    void evidence(std::uint64_t chain_id, std::span<const chain::BlockEvidence> blocks);
    /// What an evidence file holds, with the hex text `from` replaced by `to` (exactly one occurrence).
    void replace_in_evidence(const std::string& from, const std::string& to);

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString file(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name));
    }

private:
    void write(const char* name, const std::string& text) const;
    [[nodiscard]] std::string read(const char* name) const;

    QTemporaryDir m_folder;
};

} // namespace anchorscope::devnet
