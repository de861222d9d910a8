#include "model/session/opened_case.h"
#include <array>

namespace anchorscope::model {

namespace {

std::string_view textOf(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Error within(std::string_view part, Error error) {
    error.place = error.place.empty() ? std::string(part) : std::string(part) + ": " + error.place;
    return error;
}

} // namespace

const casefile::Part* OpenedCase::part(std::string_view name) const {
    const auto found = std::ranges::find(parts, name, &casefile::Part::name);
    return found == parts.end() ? nullptr : &*found;
}

std::vector<casefile::Part> OpenedCase::unknownParts() const {
    constexpr std::array known{casefile::names::envelope, casefile::names::evidence,
                               casefile::names::settings};
    std::vector<casefile::Part> out;
    std::ranges::copy_if(parts, std::back_inserter(out), [&known](const casefile::Part& part) {
        return std::ranges::find(known, std::string_view(part.name)) == known.end();
    });
    return out;
}

bool isCaseFile(const QString& name, const Bytes& file) {
    return casefile::looks_like_case(file) || name.endsWith(case_suffix, Qt::CaseInsensitive);
}

Result<UnpackedCase> unpackCase(const QString& name, const Bytes& file) {
    Result<casefile::Case> value = casefile::read_case(file);
    if (!value) {
        return tl::unexpected(within(name.toStdString(), value.error()));
    }
    auto rest = std::make_shared<OpenedCase>();
    rest->file = {name.toStdString(), file.size(), crypto::sha256(file)};
    if (const casefile::Part* const settings = value->part(casefile::names::settings)) {
        const auto read = casefile::read_settings(textOf(settings->bytes));
        if (!read) {
            return tl::unexpected(within(name.toStdString(), within(settings->name, read.error())));
        }
        rest->settings = *read;
    }
    const auto at = value->table() - value->parts.data();
    casefile::Part table = std::move(value->parts[static_cast<std::size_t>(at)]);
    value->parts.erase(value->parts.begin() + at);
    rest->parts = std::move(value->parts);
    return UnpackedCase{std::move(table), std::move(rest)};
}

} // namespace anchorscope::model
