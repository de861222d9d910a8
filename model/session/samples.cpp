#include "model/session/samples.h"
#include "core/codec/json.h"
#include <QFile>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initSampleResources() {
    Q_INIT_RESOURCE(samples);
    Q_INIT_RESOURCE(made_samples);
}

namespace anchorscope::model {

namespace {

// The list is compiled in and a test reads all of it: what is missing or malformed here is a broken build.
std::string text(const codec::Json& object, const char* key) { return object.at(key).get<std::string>(); }

template<class T>
T must(Result<T> value) {
    Q_ASSERT_X(value.has_value(), "samples.json", value ? "" : value.error().text.c_str());
    return value ? *std::move(value) : T{};
}

std::uint64_t number(const codec::Json& object, const char* key) {
    return must(U256::parse_decimal(text(object, key))).to_u64().value_or(0);
}

std::optional<Address> address(const codec::Json& object, const char* key) {
    return object.contains(key) ? std::optional(must(Address::parse(text(object, key)))) : std::nullopt;
}

verify::Verdict verdict(const std::string& name) {
    for (const auto each :
         {verify::Verdict::verified, verify::Verdict::mismatch, verify::Verdict::unproven}) {
        if (verify::name(each) == name) {
            return each;
        }
    }
    return verify::Verdict::malformed;
}

Sample sampleFrom(const codec::Json& object) {
    Sample sample;
    sample.id = QString::fromStdString(text(object, "id"));
    sample.title = QString::fromStdString(text(object, "title"));
    sample.text = QString::fromStdString(text(object, "text"));
    sample.folder = QStringLiteral(":/samples/") + sample.id;
    sample.expected = verdict(text(object, "expect"));
    sample.evidenceSha256 = must(Hash32::parse(text(object, "evidence_sha256")));
    for (const codec::Json& pin : object.at("pins")) {
        sample.pins.push_back({number(pin, "chain_id"), number(pin, "number"),
                               must(Hash32::parse(text(pin, "hash"))), "sample"});
    }
    sample.contract = address(object, "contract");
    sample.manager = address(object, "manager");
    return sample;
}

QList<Sample> readSamples() {
    initSampleResources();
    QFile file(QStringLiteral(":/samples/samples.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const codec::Json list = must(codec::parse_json(file.readAll().toStdString()));
    QList<Sample> samples;
    for (const codec::Json& object : list.at("samples")) {
        samples += sampleFrom(object);
    }
    return samples;
}

} // namespace

const QList<Sample>& samples() {
    static const QList<Sample> list = readSamples();
    return list;
}

const Sample* sampleOfEvidence(const Hash32& sha256) {
    for (const Sample& sample : samples()) {
        if (sample.evidenceSha256 == sha256) {
            return &sample;
        }
    }
    return nullptr;
}

} // namespace anchorscope::model
