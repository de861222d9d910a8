// Envelopes: whatever is read is written and read again to the same.
#include "core/anchor/envelope.h"
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace anchorscope;
    const auto envelope = anchor::read_envelope({reinterpret_cast<const char*>(data), size});
    if (envelope) {
        const std::string text = anchor::write_envelope(*envelope);
        const auto again = anchor::read_envelope(text);
        if (!again || anchor::write_envelope(*again) != text) {
            std::abort();
        }
    }
    return 0;
}
