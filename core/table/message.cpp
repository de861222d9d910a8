#include "core/table/message.h"

namespace anchorscope::table {

std::string_view name(Message::Type type) {
    switch (type) {
    case Message::Type::chain_operation:
        return "ChainOperation";
    case Message::Type::initiate:
        return "Initiate";
    case Message::Type::call:
        return "Call";
    case Message::Type::result:
        return "Result";
    case Message::Type::revert:
        return "Revert";
    case Message::Type::finish:
        break;
    }
    return "Finish";
}

} // namespace anchorscope::table
