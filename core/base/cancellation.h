// Stopping long work. Cancelled is not an error: functions that can be cancelled return std::optional or say
// so.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace anchorscope {

/// Shared between the one who asks and the one who works; copyable, thread-safe.
class Cancellation {
public:
    Cancellation() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}
    void cancel() const { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool cancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

/// Called from the working thread with what is done and the total (0: unknown), in the same unit.
using ProgressReport = std::function<void(std::uint64_t done, std::uint64_t total)>;

} // namespace anchorscope
