// A report as PDF/A-1b, as Qt writes it (not validated): A4, fonts embedded, title and maker inside. The same
// document gives the same bytes: dates are the report's own, never the clock's.
#pragma once
#include "core/base/cancellation.h"
#include "core/report/document.h"
#include <QByteArray>
#include <memory>

class QCoreApplication;

namespace anchorscope::paint {

/// Needs a QGuiApplication, in any thread. Empty where it was cancelled.
[[nodiscard]] QByteArray pdfOf(const report::Document& document, const Cancellation& cancellation = {});

/// For programs without a window: an application that can paint and needs no display. `argc` and `argv` have
/// to outlive it.
[[nodiscard]] std::unique_ptr<QCoreApplication> pdfApplication(int& argc, char** argv);

} // namespace anchorscope::paint
