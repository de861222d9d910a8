#include "model/items/names.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

const std::shared_ptr<const Names>& wellKnownNames() {
    static const auto names = std::make_shared<const Names>();
    return names;
}

QString functionText(ByteView calldata, const Names& names) {
    if (calldata.empty()) {
        return Words::tr("no data");
    }
    if (calldata.size() < std::tuple_size_v<codec::AbiSelector>) {
        return hexText(calldata);
    }
    const std::optional<table::NamedData> named = names.book.function(calldata);
    return named ? textOf(named->signature)
                 : hexText(calldata.first(std::tuple_size_v<codec::AbiSelector>)) + u"()"_s;
}

QString addressText(const Address& address, const Names& names) {
    const auto label = names.labels.find(address);
    return label == names.labels.end() ? shortHexText(address.view()) : textOf(label->second);
}

} // namespace anchorscope::model
