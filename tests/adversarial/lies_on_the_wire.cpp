// Below JSON: statuses, redirects, bodies that are too long, too short, too slow, or never end.
#include "tests/adversarial/lies.h"

namespace anchorscope::adversarial {
namespace {

using devnet::http_answer;
using devnet::http_head;

const QByteArray json_type = "Content-Type: application/json\r\n";

WireLie status(int code, const QByteArray& headers = {}, const QByteArray& body = "no") {
    return on_the_wire(nullptr, [=](const Exchange&) { return Wire{http_answer(code, headers, body)}; });
}

/// Only for the first `times` of all requests, then the truth.
WireLie at_first(int times, int code, const QByteArray& headers) {
    return [=, told = 0](const Exchange&) mutable {
        return told++ < times ? std::optional(Wire{http_answer(code, headers, "later")}) : std::nullopt;
    };
}

/// CRC-32 of gzip (RFC 1952, section 8), bit by bit.
quint32 crc32(const QByteArray& bytes) {
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0);
        }
    }
    return crc ^ 0xffffffffU;
}

QByteArray little_endian(quint32 value) {
    QByteArray out;
    for (int i = 0; i < 4; ++i) {
        out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)));
    }
    return out;
}

/// gzip of as many megabytes of spaces, a member each (RFC 1952, section 2.2).
QByteArray gzip_of_spaces(int megabytes) {
    constexpr qsizetype size_and_zlib_header = 4 + 2,
                        zlib_checksum = 4; // what qCompress puts round the deflated
    const QByteArray spaces(1 << 20, ' ');
    const QByteArray deflated = qCompress(spaces, 9).sliced(size_and_zlib_header).chopped(zlib_checksum);
    const QByteArray header("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    return (header + deflated + little_endian(crc32(spaces)) + little_endian(1U << 20U)).repeated(megabytes);
}

void add_statuses(Cases& out) {
    const auto refused = [&out](const char* name, const WireLie& lie, const char* words, int seconds = 20) {
        out.push_back({.name = name,
                       .wire = lie,
                       .exits = {5},
                       .rule = "endpoint.failed",
                       .words = words,
                       .seconds = seconds});
    };
    refused("redirect to another host", status(302, "Location: http://192.0.2.1/\r\n"),
            "redirects are not followed");
    refused("redirect to a file", status(301, "Location: file:///etc/passwd\r\n"),
            "redirects are not followed");
    refused("redirect loop", status(307, "Location: /\r\n"), "redirects are not followed");
    refused("redirect that keeps the method", status(308, "Location: /again\r\n"),
            "redirects are not followed");
    refused("400", status(400), "HTTP 400");
    refused("401", status(401, "WWW-Authenticate: Basic realm=\"all\"\r\n"), "");
    refused("403", status(403), "HTTP 403");
    refused("404", status(404), "HTTP 404");
    refused("407", status(407, "Proxy-Authenticate: Basic realm=\"all\"\r\n"), "");
    refused("413", status(413), "HTTP 413");
    refused("204", status(204, {}, {}), "HTTP 204");
    refused("status 999", status(999), "HTTP 999");
    refused("500 for ever", status(500), "HTTP 500");
    refused("502 for ever", status(502), "HTTP 502");
    refused("503 for ever", status(503), "HTTP 503");
    refused("429 for ever", status(429), "HTTP 429");
    refused("429 for ever with Retry-After: 0", status(429, "Retry-After: 0\r\n"), "HTTP 429");
    refused("429 that asks for an hour", status(429, "Retry-After: 3600\r\n"), "HTTP 429");
    refused("429 that asks for eternity", status(429, "Retry-After: 99999999999999999999\r\n"), "HTTP 429");
    refused("503 that asks for the past", status(503, "Retry-After: -5\r\n"), "HTTP 503");
    refused("503 that asks for a date", status(503, "Retry-After: Wed, 21 Oct 2065 07:28:00 GMT\r\n"),
            "HTTP 503");
    // What passes by itself leaves no trace but in the log.
    out.push_back({.name = "429 at first", .wire = at_first(2, 429, {}), .exits = {0}, .rule = ""});
    out.push_back({.name = "429 at first with Retry-After",
                   .wire = at_first(2, 429, "Retry-After: 1\r\n"),
                   .exits = {0},
                   .rule = ""});
    out.push_back({.name = "503 at first", .wire = at_first(1, 503, {}), .exits = {0}, .rule = ""});
}

void add_bodies(Cases& out) {
    const auto told = [&out](const char* name, const char* method,
                             const std::function<Wire(const Exchange&)>& wire, std::vector<int> exits,
                             const char* words) {
        out.push_back({.name = name,
                       .wire = on_the_wire(method, wire),
                       .exits = std::move(exits),
                       .rule = "endpoint.failed",
                       .words = words});
    };
    const auto silent = [&](const char* name, const std::function<Wire(const Exchange&)>& wire,
                            const char* words) { told(name, nullptr, wire, {5}, words); };
    silent(
        "closes at once",
        [](const Exchange&) {
            return Wire{{}, 0, 0, true};
        },
        "net.connection");
    silent(
        "closes after the head",
        [](const Exchange&) {
            return Wire{http_head(200, json_type + "Content-Length: 99\r\n"), 0, 0, true};
        },
        "net.connection");
    silent(
        "closes within the body",
        [](const Exchange& exchange) {
            return Wire{http_answer(200, json_type, exchange.answer).chopped(5), 0, 0, true};
        },
        "net.connection");
    silent(
        "claims a shorter body",
        [](const Exchange& exchange) {
            return Wire{http_head(200, json_type + "Content-Length: 7\r\n") + exchange.answer, 0, 0, true};
        },
        "json.syntax");
    silent(
        "claims a negative length",
        [](const Exchange& exchange) {
            return Wire{http_head(200, json_type + "Content-Length: -7\r\n") + exchange.answer.left(9), 0, 0,
                        true};
        },
        "");
    silent(
        "no HTTP",
        [](const Exchange&) {
            return Wire{"SSH-2.0-OpenSSH_9.2\r\n", 0, 0, true};
        },
        "net.");
    silent(
        "bytes at random",
        [](const Exchange&) {
            return Wire{QByteArray(5000, '\xf7'), 0, 0, true};
        },
        "net.");
    silent(
        "chunks that are none",
        [](const Exchange&) {
            return Wire{http_head(200, json_type + "Transfer-Encoding: chunked\r\n") + "zz\r\nnonsense\r\n",
                        0, 0, true};
        },
        "");
    silent(
        "gzip that is none",
        [](const Exchange& exchange) {
            return Wire{http_answer(200, json_type + "Content-Encoding: gzip\r\n", exchange.answer)};
        },
        "");
    told(
        "an encoding nobody knows", receipts_method,
        [](const Exchange&) {
            return Wire{
                http_answer(200, json_type + "Content-Encoding: x-unheard-of\r\n", QByteArray(100, '\x01'))};
        },
        {4, 5}, "");
}

void add_slow(Cases& out) {
    const auto slow = [&out](const char* name, const std::function<Wire(const Exchange&)>& wire) {
        out.push_back({.name = name,
                       .wire = on_the_wire(nullptr, wire),
                       .exits = {5},
                       .rule = "endpoint.failed",
                       .words = "net.timeout",
                       .seconds = 12});
    };
    slow("never answers", [](const Exchange&) { return Wire{}; });
    slow("drips the head", [](const Exchange& exchange) {
        return Wire{http_answer(200, json_type, exchange.answer), 1, 100};
    });
    slow("drips the body", [](const Exchange&) {
        return Wire{http_answer(200, json_type, QByteArray(5000, ' ')), 1, 50};
    });
    slow("never ends",
         [](const Exchange& exchange) { return Wire{http_head(200, json_type) + exchange.answer}; });
    slow("drips chunks", [](const Exchange&) {
        QByteArray chunks = http_head(200, json_type + "Transfer-Encoding: chunked\r\n");
        for (int i = 0; i < 1000; ++i) {
            chunks += "1\r\n \r\n";
        }
        return Wire{chunks, 6, 50};
    });
    slow("a terabyte is announced", [](const Exchange&) {
        return Wire{http_head(200, json_type + "Content-Length: 1099511627776\r\n") + QByteArray(1000, ' '),
                    10, 50};
    });
    out.push_back({.name = "drips the receipts",
                   .wire = on_the_wire(receipts_method,
                                       [](const Exchange& exchange) {
                                           return Wire{http_answer(200, json_type, exchange.answer), 1, 50};
                                       }),
                   .exits = {4, 5},
                   .rule = "endpoint.failed",
                   .words = "net.timeout",
                   .seconds = 12});
}

void add_endless(Cases& out) {
    const auto endless = [&out](const char* name, const char* method, const Wire& wire, const char* words) {
        out.push_back({.name = name,
                       .wire = on_the_wire(method, [wire](const Exchange&) { return wire; }),
                       .exits = {4, 5},
                       .rule = "endpoint.failed",
                       .words = words,
                       .seconds = 25,
                       .megabytes = 400});
    };
    const QByteArray spaces(1 << 18, ' ');
    endless("an endless chain id", "eth_chainId", {http_head(200, json_type), 0, 0, false, spaces}, "net.");
    endless("endless receipts", receipts_method, {http_head(200, json_type), 0, 0, false, spaces}, "net.");
    endless("an endless string", receipts_method,
            {http_head(200, json_type) + R"({"jsonrpc":"2.0","id":1,"result":")", 0, 0, false,
             QByteArray(1 << 18, 'a')},
            "net.");
    endless("an endless list", block_method,
            {http_head(200, json_type) + R"({"jsonrpc":"2.0","id":1,"result":[)", 0, 0, false,
             QByteArray("[],").repeated(1 << 16)},
            "net.");
    endless("an endless head", nullptr,
            {"HTTP/1.1 200 OK\r\n", 0, 0, false, "X-More: " + QByteArray(1 << 12, 'a') + "\r\n"}, "net.");
    endless("an endless line of the head", nullptr,
            {"HTTP/1.1 200 OK\r\nX-More: ", 0, 0, false, QByteArray(1 << 16, 'a')}, "net.");
    endless("an endless status line", nullptr, {"HTTP/1.1 200 ", 0, 0, false, QByteArray(1 << 16, 'a')},
            "net.");
    endless("continues for ever", nullptr,
            {"HTTP/1.1 100 Continue\r\n\r\n", 0, 0, false,
             QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1 << 10)},
            "net.");
    const QByteArray bomb = gzip_of_spaces(1024);
    endless("a gzip bomb", receipts_method,
            {http_answer(200, json_type + "Content-Encoding: gzip\r\n", bomb)}, "net.");
    endless("a gzip bomb for the chain id", "eth_chainId",
            {http_answer(200, json_type + "Content-Encoding: gzip\r\n", bomb)}, "net.");
}

/// No receipts by block, a block that lists ten thousand transactions, and every receipt just in time.
void add_slow_receipts(Cases& out) {
    const auto wire = [](const Exchange& exchange) -> std::optional<Wire> {
        constexpr int nearly_the_timeout_ms = 1500;
        if (exchange.method == receipts_method) {
            return Wire{http_answer(200, json_type,
                                    R"({"jsonrpc":"2.0","id":)" + exchange.id +
                                        R"(,"error":{"code":-32601,"message":"no such method"}})")};
        }
        if (exchange.method == receipt_method && exchange.call > 1) {
            const QByteArray answer = http_answer(200, json_type, exchange.answer);
            return Wire{answer, answer.size(), nearly_the_timeout_ms};
        }
        return {};
    };
    const auto many = [](Json& block) {
        Json hashes = Json::array();
        for (int i = 0; i < 10'000; ++i) {
            hashes.push_back(crypto::keccak256(bytes_of(std::to_string(i))).hex());
        }
        block["transactions"] = hashes;
    };
    out.push_back({.name = "ten thousand receipts, each just in time",
                   .lie = about(block_method, many),
                   .wire = wire,
                   .exits = {4, 5},
                   .rule = "endpoint.failed",
                   .words = "one by one",
                   .seconds = 45});
}

} // namespace

Cases lies_on_the_wire(const Truth& /*truth*/) {
    Cases out;
    add_statuses(out);
    add_bodies(out);
    add_slow(out);
    add_endless(out);
    add_slow_receipts(out);
    return out;
}

} // namespace anchorscope::adversarial
