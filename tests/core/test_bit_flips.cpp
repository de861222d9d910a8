// Every single bit of the good sample's three files, flipped: the verdict must not be Verified. What the
// expectations and the pin of the user are, an attacker who writes the files does not choose, so these are
// stated here.
//
// The exceptions are computed from the files alone, by rules that know nothing of the verifier:
//   table.hex       the case of a hex digit, and white space at the end, are spelling: the bytes stay the
//   same envelope.json   the case of a hex digit in tx_hash and block_hash is spelling, too; block_hash is
//   optional and unknown
//                   fields are ignored (ERC-8281), so a flip in the *name* of block_hash only takes the field
//                   away
//   evidence.json   none: the file has one spelling
#include "tests/core/ladder_support.h"
#include <atomic>
#include <thread>

using namespace anchorscope;
using namespace anchorscope::test;

class TestBitFlips : public QObject {
    Q_OBJECT

    struct Flip {
        std::size_t byte = 0;
        unsigned bit = 0;
        friend auto operator<=>(const Flip&, const Flip&) = default;
    };

    static std::string flipped(std::string text, const Flip& flip) {
        text[flip.byte] = static_cast<char>(static_cast<unsigned char>(text[flip.byte]) ^ (1U << flip.bit));
        return text;
    }
    static bool is_letter_digit(char c) { return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
    /// Another spelling of the same hex digit: bit 5 of an ASCII letter is its case.
    static bool is_case_flip(const std::string& text, const Flip& flip) {
        return flip.bit == 5 && is_letter_digit(text[flip.byte]);
    }

    /// The flips under which `verified` holds. Two threads: the flips are independent.
    template<class Verified>
    static std::set<Flip> survivors(const std::string& text, Verified verified) {
        std::vector<std::set<Flip>> found(2);
        std::vector<std::thread> threads;
        for (std::size_t thread = 0; thread < found.size(); ++thread) {
            threads.emplace_back([&, thread] {
                for (std::size_t byte = thread; byte < text.size(); byte += found.size()) {
                    for (unsigned bit = 0; bit < 8; ++bit) {
                        if (verified(flipped(text, {byte, bit}))) {
                            found[thread].insert({byte, bit});
                        }
                    }
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        found[0].merge(found[1]);
        return found[0];
    }

    static void compare(const std::string& text, const std::set<Flip>& found, const std::set<Flip>& allowed) {
        for (const Flip& flip : found) {
            const std::string changed = flipped(text, flip);
            QVERIFY2(allowed.contains(flip),
                     ("Verified with byte " + std::to_string(flip.byte) + " bit " + std::to_string(flip.bit) +
                      ": " + to_hex(bytes_of(changed.substr(flip.byte, 1))))
                         .c_str());
        }
        QCOMPARE(found.size(), allowed.size()); // the rules name no position in vain
    }

    /// The good case as the user sees it; every part that a flip leaves alone is used again.
    struct Good {
        Case given = sample("deep-reentry");
        verify::TablePart part = verify::examine_table(*given.request.table);
        std::shared_ptr<const transition::Tree> tree = verify::tree_for(given.request, given.evidence);

        Good() {
            given.request.expect.chain_id = 77001;
            given.request.expect.committer = given.request.envelope->committer;
            for (verify::Pin& pin : given.request.pins) {
                pin.label = "user";
            }
        }
        [[nodiscard]] bool verified(const Request& request, const Evidence& evidence,
                                    bool table_changed) const {
            if (!table_changed) {
                return verify::verify(request, evidence, &part, tree.get()).verdict == Verdict::verified;
            }
            return Case{request, evidence}.report().verdict == Verdict::verified;
        }
    };

    static void evidence_has_one_spelling(const std::string& text) {
        const Good good;
        const auto verified = [&good](const std::string& changed) {
            auto file = chain::read_evidence(changed, "evidence.json");
            if (!file) {
                return false; // malformed
            }
            Evidence evidence;
            evidence.blocks = std::move(file->blocks);
            evidence.file_chain_id = file->chain_id;
            return good.verified(good.given.request, evidence, true);
        };
        QVERIFY(verified(text));
        compare(text, survivors(text, verified), {});
    }

private slots:
    void control() {
        const Good good;
        QVERIFY(good.verified(good.given.request, good.given.evidence, false));
        QVERIFY(good.verified(good.given.request, good.given.evidence, true));
    }

    void table() {
        const Good good;
        const std::string text = sample_file("deep-reentry/table.hex");
        QVERIFY(text.size() > 5000);
        std::set<Flip> allowed;
        for (std::size_t byte = 2; byte < text.size(); ++byte) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                const Flip flip{byte, bit};
                if (is_case_flip(text, flip) ||
                    (text[byte] == '\n' &&
                     std::string_view(" \t\r\n").find(flipped(text, flip)[byte]) != std::string_view::npos)) {
                    allowed.insert(flip);
                }
            }
        }
        compare(text,
                survivors(text,
                          [&good](const std::string& changed) {
                              const ByteView view = bytes_of(changed);
                              auto source = table::load_source("table.hex", Bytes(view.begin(), view.end()));
                              if (!source) {
                                  return false; // malformed
                              }
                              Request request = good.given.request;
                              request.source = std::make_shared<table::TableSource>(std::move(*source));
                              const auto table = table::decode_table(request.source);
                              if (!table && table.error().rule != table::rules::table_unknown) {
                                  return false; // malformed
                              }
                              request.table = table ? *table : nullptr;
                              return good.verified(request, good.given.evidence, true);
                          }),
                allowed);
    }

    void envelope() {
        const Good good;
        const std::string text = sample_file("deep-reentry/envelope.json");
        std::set<Flip> allowed;
        for (const std::string field : {"tx_hash", "block_hash"}) {
            const std::size_t start = text.find('"', text.find(field) + field.size() + 1) + 3; // behind "0x
            for (std::size_t byte = start; byte < start + 64; ++byte) {
                if (is_letter_digit(text[byte])) {
                    allowed.insert({byte, 5});
                }
            }
        }
        const std::size_t name = text.find("block_hash");
        for (std::size_t byte = name; byte < name + std::string_view("block_hash").size(); ++byte) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                const char changed = flipped(text, {byte, bit})[byte];
                const bool plain = changed >= ' ' && changed <= '~' && changed != '"' && changed != '\\';
                if (plain || changed == '\x7f') { // still a JSON string (RFC 8259, section 7)
                    allowed.insert({byte, bit});
                }
            }
        }
        compare(text,
                survivors(text,
                          [&good](const std::string& changed) {
                              Request request = good.given.request;
                              const auto envelope = anchor::read_envelope(changed);
                              if (!envelope) {
                                  return false; // malformed
                              }
                              request.envelope = *envelope;
                              return good.verified(request, good.given.evidence, false);
                          }),
                allowed);
    }

    void evidence() { evidence_has_one_spelling(sample_file("deep-reentry/evidence.json")); }

    /// The same block with the anchor's receipt and transaction only, each behind its path.
    void evidence_of_a_part() {
        const Good good;
        const std::vector<std::size_t> anchor{1};
        const auto part = chain::partial_of(good.given.evidence.blocks[0], anchor).value();
        const std::string text = chain::write_evidence(*good.given.evidence.file_chain_id, {&part, 1});
        QVERIFY(text.find("anchorscope.evidence/2") != std::string::npos);
        evidence_has_one_spelling(text);
    }
};

QTEST_GUILESS_MAIN(TestBitFlips)
#include "test_bit_flips.moc"
