// Reads hex text from its first argument and prints its SHA-256 and the number of known table formats.
#include "core/crypto/hash_function.h"
#include "core/crypto/secp256k1.h"
#include "core/table/execution_table.h"
#include "core/verify/report.h"
#include <iostream>

int main(int argc, char** argv) {
    const auto bytes = anchorscope::from_hex(argc > 1 ? argv[1] : "0x");
    if (!bytes) {
        std::cerr << bytes.error().message() << "\n";
        return 1;
    }
    if (anchorscope::crypto::recover_address({}, *bytes)) { // nobody signs with three bytes
        return 1;
    }
    std::cout << anchorscope::crypto::sha256(*bytes).hex() << " " << anchorscope::table::formats().size()
              << " " << anchorscope::verify::name(anchorscope::verify::Verdict::verified) << "\n";
    return 0;
}
