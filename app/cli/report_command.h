// What report needs before there is a command: an application that can paint, where it writes a PDF.
#pragma once
#include <QCoreApplication>
#include <memory>
#include <span>
#include <string>

namespace anchorscope::cli {

/// Without fonts and painting, but where the words ask for a report as PDF: that needs them, and no display.
[[nodiscard]] std::unique_ptr<QCoreApplication> application_for(std::span<const std::string> words, int& argc,
                                                                char** argv);

} // namespace anchorscope::cli
