// One conversation with an endpoint from start to end, with an event loop; what it does meanwhile is told on
// standard error.
#pragma once
#include "app/cli/arguments.h"
#include "model/discover/endpoint_task.h"
#include <array>

namespace anchorscope::cli {

/// Commands that talk to one endpoint take these.
inline constexpr std::array endpoint_option_list{
    Option{"--rpc", "URL", "the endpoint to ask; else the first of ANCHORSCOPE_RPC"},
    Option{"--timeout", "SECONDS", "for one request, 1 to 3600 (20)"},
};
inline constexpr OptionGroup endpoint_options{"Whom to ask", endpoint_option_list};

/// The endpoint of such a command, with what a task needs to talk to it.
class Network {
public:
    explicit Network(const Arguments& arguments);
    /// With another endpoint than the first.
    Network(const Arguments& arguments, const model::EndpointChoice& endpoint);
    [[nodiscard]] const model::EndpointSetting& setting() const { return m_setting; }
    /// Starts the task, and returns when it has ended. Ctrl-C cancels it and ends the program by that signal,
    /// with nothing on standard output.
    void run(model::EndpointTask& task);
    /// The exit status for a task's error, which is told.
    [[nodiscard]] static int failed(const Error& why);

private:
    model::RequestLog m_log;
    QNetworkAccessManager m_network;
    model::EndpointSetting m_setting;
    bool m_quiet;
};

} // namespace anchorscope::cli
