#include "model/session/case_save.h"
#include "model/session/case_writer.h"
#include "model/words.h"

namespace anchorscope::model {

namespace {

/// Memory is what can run out: a case is held once more while it is written.
tl::expected<Written, QString> written(const Parts& parts, const QString& path, const WriteControl& control) {
    try {
        auto content = caseContent(parts);
        if (!content) {
            return tl::unexpected(Words::tr("There is no case to save"));
        }
        return writeCase(path, *std::move(content), control);
    } catch (const std::bad_alloc&) {
        return tl::unexpected(Words::tr("%1: not enough memory to write the case").arg(path));
    }
}

} // namespace

CaseSave::CaseSave(Parts parts, QString path, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_path(std::move(path)),
      m_mailbox(std::make_shared<Mailbox>(this)) {}

CaseSave::~CaseSave() {
    m_cancellation.cancel();
    m_mailbox->close();
}

void CaseSave::start() {
    WriteControl control;
    control.cancellation = m_cancellation;
    control.progress = [this, mailbox = m_mailbox](std::uint64_t bytes, std::uint64_t total) {
        mailbox->post([this, bytes, total] { Q_EMIT progress(bytes, total); }); // dropped once this is gone
    };
    inPool(
        m_mailbox,
        [parts = m_parts, path = m_path, control] {
            return anchorscope::model::written(parts, path, control);
        },
        [this](const tl::expected<Written, QString>& result) {
            m_error = result ? QString() : result.error();
            Q_EMIT done(!result                     ? Outcome::Failed
                        : *result == Written::whole ? Outcome::Saved
                                                    : Outcome::Cancelled);
        });
    m_parts = {}; // the worker holds them as long as it needs them
}

void CaseSave::cancel() { m_cancellation.cancel(); }

} // namespace anchorscope::model
