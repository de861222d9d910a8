// EMSG, version 1: messages of several chains in one order (PROTOCOL 1.3). A draft of June 2026.
#include "core/table/eez_formats.h"

namespace anchorscope::table {

constinit const std::array<TableFormat, 1> emsg_formats{{
    {"emsg.1",
     "messages",
     "EMSG, version 1 (draft, June 2026)",
     Side::none,
     {'E', 'M', 'S', 'G'},
     "()",
     Scheme::messages},
}};

} // namespace anchorscope::table
