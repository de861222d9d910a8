// Below the meaning: answers that are no JSON, no JSON-RPC, or somebody else's.
#include "tests/adversarial/lies.h"

namespace anchorscope::adversarial {
namespace {

using Text = std::function<QByteArray(const Exchange&)>;

/// JSON-RPC around a result, with whatever goes before it.
QByteArray answer(const QByteArray& id, const QByteArray& members) {
    return R"({"jsonrpc":"2.0","id":)" + id + "," + members + "}";
}

Text always(const QByteArray& text) {
    return [text](const Exchange&) { return text; };
}

Text with(const QByteArray& members) {
    return [members](const Exchange& exchange) { return answer(exchange.id, members); };
}

QByteArray repeated(const QByteArray& text, qsizetype times) {
    QByteArray out;
    out.reserve(text.size() * times);
    for (qsizetype i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

/// Told in answer to the receipts of the block, the largest answer there is.
class Told {
public:
    explicit Told(Cases& out) : m_out(out) {}

    void operator()(const char* name, const Text& text, const char* words) const {
        m_out.push_back({.name = name,
                         .wire = as_text(receipts_method, text),
                         .exits = {4, 5},
                         .rule = "endpoint.failed",
                         .words = words,
                         .rung = "inclusion not_checked"});
    }

private:
    Cases& m_out;
};

void add_syntax(Cases& out) {
    const Told told(out);
    told(
        "JSON cut off",
        [](const Exchange& exchange) { return exchange.answer.chopped(exchange.answer.size() / 2); },
        "json.syntax");
    told(
        "bytes after the JSON", [](const Exchange& exchange) { return exchange.answer + "x"; },
        "json.syntax");
    told(
        "two answers in one", [](const Exchange& exchange) { return exchange.answer + exchange.answer; },
        "json.syntax");
    told(
        "NUL after the JSON", [](const Exchange& exchange) { return exchange.answer + QByteArray(1, '\0'); },
        "json.syntax");
    told("NUL in a string", with(R"("result":")" + QByteArray(1, '\0') + R"(")"), "json.syntax");
    told("invalid UTF-8", with("\"result\":\"\xc3\x28\""), "json.syntax");
    told("overlong UTF-8", with("\"result\":\"\xc0\xaf\""), "json.syntax");
    told(
        "byte order mark", [](const Exchange& exchange) { return "\xef\xbb\xbf" + exchange.answer; },
        "json.syntax");
    told("nothing", always(""), "json.syntax");
    told("white space", always("   \r\n"), "json.syntax");
    told("a web page", always("<html><body>rate limited</body></html>"), "json.syntax");
    told("single quotes", with("'result':[]"), "json.syntax");
    told("a comment", with("/* nothing */\"result\":[]"), "json.syntax");
    told("not a number", with("\"result\":NaN"), "json.syntax");
    told("a fraction", with("\"result\":1.5"), "json.number");
    told("an exponent", with("\"result\":1e999"), "json.number");
    told("a number of a thousand digits", with("\"result\":" + QByteArray(1000, '9')), "json.number");
    told("deep nesting", with("\"result\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']')),
         "json.depth");
    told("deep nesting, never closed", with("\"result\":" + QByteArray(1'000'000, '[')), "json.depth");
    told(
        "duplicate key",
        [](const Exchange& exchange) {
            QByteArray text = exchange.answer;
            return text.replace(R"("status":"0x1")", R"("status":"0x1","status":"0x0")");
        },
        "json.duplicate_key");
    told("result twice", with(R"("result":[],"result":[])"), "json.duplicate_key");
    told("a million keys", with("\"result\":{" + repeated("\"a\":0,", 1'000'000) + "\"b\":0}"), "json.");
    told("a dense answer", with("\"result\":[" + repeated("[],", 12'000'000) + "[]]"), "json.size");
    out.back().megabytes = 400;
}

void add_shapes(Cases& out) {
    const Told told(out);
    told(
        "answer to another id",
        [](const Exchange& exchange) { return answer("987654321", "\"result\":" + exchange.answer); },
        "rpc.shape");
    told(
        "id as text",
        [](const Exchange& exchange) { return answer('"' + exchange.id + '"', "\"result\":[]"); },
        "rpc.shape");
    told("id negative", always(R"({"jsonrpc":"2.0","id":-1,"result":[]})"), "rpc.shape");
    told("id null beside a result", always(R"({"jsonrpc":"2.0","id":null,"result":[]})"), "rpc.shape");
    told("no id", always(R"({"jsonrpc":"2.0","result":[]})"), "rpc.shape");
    told(
        "a batch of answers", [](const Exchange& exchange) { return "[" + exchange.answer + "]"; },
        "rpc.shape");
    told(
        "another version of JSON-RPC",
        [](const Exchange& exchange) {
            QByteArray text = exchange.answer;
            return text.replace("\"2.0\"", "\"1.0\"");
        },
        "rpc.shape");
    told("result and error", with(R"("result":[],"error":{"code":-32000,"message":"no"})"), "rpc.shape");
    told("neither result nor error", with(R"("other":1)"), "rpc.shape");
    told("a bare value", always("[]"), "rpc.shape");
    // An error is an answer: the endpoint goes on being asked, and what it lacks is named.
    out.push_back(
        {.name = "error for the receipts",
         .wire = as_text(receipts_method,
                         with("\"error\":{\"code\":-32000,\"message\":\"\\u001b[2J header not found\"}")),
         .exits = {4},
         .rule = "endpoint.unusable",
         .words = "header not found"});
    out.push_back({.name = "error of ten megabytes",
                   .wire = as_text(receipts_method, with("\"error\":{\"code\":-32000,\"message\":\"" +
                                                         QByteArray(10'000'000, 'x') + "\"}")),
                   .exits = {4},
                   .rule = "endpoint.unusable"});
    out.push_back(
        {.name = "error for the chain id",
         .wire = as_text("eth_chainId", with(R"("error":{"code":-32005,"message":"limit exceeded"})")),
         .exits = {5},
         .rule = "endpoint.failed",
         .words = "limit exceeded"});
    out.push_back({.name = "error that is text",
                   .wire = as_text("eth_chainId", with(R"("error":"no")")),
                   .exits = {5},
                   .rule = "endpoint.failed",
                   .words = "rpc.error"});
}

/// The same honest answer, but to the question before.
void add_mixed_up(Cases& out, const Truth& truth) {
    const QByteArray receipts = QByteArray::fromStdString(truth.anchored().receipts.dump());
    const QByteArray block = QByteArray::fromStdString(truth.anchored().block.dump());
    out.push_back({.name = "block in place of receipts",
                   .wire = as_text(receipts_method, with("\"result\":" + block)),
                   .exits = {4},
                   .rule = "endpoint.unusable",
                   .words = "rpc.shape"});
    out.push_back({.name = "receipts in place of the block",
                   .wire = as_text(block_method, with("\"result\":" + receipts)),
                   .exits = {4},
                   .rule = "endpoint.unusable",
                   .words = "rpc.shape"});
}

} // namespace

Cases lies_in_json(const Truth& truth) {
    Cases out;
    add_syntax(out);
    add_shapes(out);
    add_mixed_up(out, truth);
    return out;
}

} // namespace anchorscope::adversarial
