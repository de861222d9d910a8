// Makes EMSG bytes from values, field by field.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::test {

inline constexpr std::uint64_t the_system = ~std::uint64_t{0};

/// Little-endian fields one behind the other.
class Wire {
public:
    Wire& number(std::uint64_t value, std::size_t width) {
        for (std::size_t i = 0; i < width; ++i) {
            out.push_back(static_cast<std::uint8_t>(value >> 8 * i));
        }
        return *this;
    }
    Wire& raw(const Bytes& value) {
        append(out, value);
        return *this;
    }
    /// With its length in front.
    Wire& bytes(const Bytes& value) { return number(value.size(), 4).raw(value); }
    Wire& repeated(std::uint8_t byte, std::size_t count) { return raw(Bytes(count, byte)); }

    Bytes out;
};

inline Bytes message(std::uint64_t from, std::uint64_t to, std::uint8_t type, const Bytes& payload) {
    return Wire().number(from, 8).number(to, 8).number(type, 1).bytes(payload).out;
}

inline Bytes initiate(std::uint64_t to, const Bytes& transaction, const Bytes& signature = {}) {
    return message(the_system, to, 2, Wire().bytes(transaction).bytes(signature).out);
}

inline Bytes call(std::uint64_t from, std::uint64_t to, std::uint64_t number, const Bytes& data = {},
                  std::uint64_t value = 0) {
    return message(from, to, 3,
                   Wire()
                       .repeated(0x11, 20)
                       .repeated(0x22, 20)
                       .bytes(data)
                       .number(value, 8)
                       .repeated(0, 24)
                       .number(number, 8)
                       .out);
}

inline Bytes result(std::uint64_t from, std::uint64_t to, bool success, const Bytes& data = {}) {
    return message(from, to, 4, Wire().number(success ? 1 : 0, 1).bytes(data).out);
}

inline Bytes revert(std::uint64_t from, std::uint64_t to, std::uint64_t chain, std::uint64_t number) {
    return message(from, to, 5, Wire().number(chain, 8).number(number, 8).out);
}

inline Bytes finish(std::uint64_t from) { return message(from, the_system, 6, {}); }

/// One transaction and one new block.
inline Bytes operation(std::uint64_t to) {
    return message(the_system, to, 1,
                   Wire().number(2, 4).number(2, 1).bytes({0x64}).number(1, 1).bytes({1, 2, 3}).out);
}

inline Bytes emsg(const std::vector<Bytes>& messages) {
    Wire body;
    for (const Bytes& one : messages) {
        body.raw(one);
    }
    return Wire()
        .raw({'E', 'M', 'S', 'G'})
        .number(1, 2)
        .number(0, 2)
        .number(messages.size(), 4)
        .number(16 + body.out.size(), 4)
        .raw(body.out)
        .out;
}

/// The check vector of the draft: 242 bytes.
inline Bytes emsg_vector() {
    return emsg({initiate(1, {0xc0, 0xff, 0xee}), call(1, 2, 1, {0xde, 0xad, 0xbe, 0xef}, 1000),
                 result(2, 1, true, {0x2a}), revert(1, 2, 1, 1), finish(1)});
}

} // namespace anchorscope::test
