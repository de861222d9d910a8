// Builds a Json value from the events of nlohmann's parser, under our rules: no duplicate keys, bounded
// depth, no number rounded. Limits: (1) one text a parser; (2) an object's keys are compared when it is
// complete, n keys in n log n steps; (3) the text is read to its end before anything is handed out.
#pragma once
#include "core/codec/json.h"

namespace anchorscope::codec {

class JsonParser {
public:
    JsonParser(std::string_view text, const JsonLimits& limits)
        : m_text(text), m_limits(limits), m_at(text.data()) {}

    [[nodiscard]] Result<Json> parse();

    // The events of nlohmann's SAX interface. False stops the parser; m_error then says why.
    bool null() { return add(nullptr) != nullptr; }
    bool boolean(bool value) { return add(value) != nullptr; }
    bool number_integer(Json::number_integer_t value) { return add(value) != nullptr; }
    bool number_unsigned(Json::number_unsigned_t value) { return add(value) != nullptr; }
    bool number_float(Json::number_float_t value, const std::string& spelling);
    bool string(std::string& value) { return add(std::move(value)) != nullptr; }
    bool binary(Json::binary_t& value);
    bool start_object(std::size_t size);
    bool key(std::string& name);
    bool end_object();
    bool start_array(std::size_t size);
    bool end_array();
    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::detail::exception& error);

private:
    struct Open {
        Json* value;           ///< stays in place: it is the last element of the container around it
        std::size_t first_key; ///< index in m_key_offsets
    };

    Json* add(Json value);
    bool open(Json container);
    void close();
    bool stop(std::string_view rule, std::string text, std::size_t at);
    [[nodiscard]] std::size_t token_start() const;
    [[nodiscard]] std::size_t read() const { return static_cast<std::size_t>(m_at - m_text.data()); }

    std::string_view m_text;
    JsonLimits m_limits;
    const char* m_at;            // behind the last character read
    std::size_t m_event_end = 0; // behind the last event's token
    Json m_root;
    std::size_t m_values = 0; // added so far
    std::vector<Open> m_open;
    std::vector<std::size_t> m_key_offsets; // of all open objects, outermost first
    std::optional<Error> m_error;
};

} // namespace anchorscope::codec
