#include "core/casefile/zip_container.h"
#include <memory>
#include <new>
#include <set>
#include <zip.h>

namespace anchorscope::casefile {
namespace {

// What FORMAT.md fixes beside names and bytes.
constexpr zip_uint16_t dos_time = 0;                      // 00:00:00
constexpr zip_uint16_t dos_date = 0x0021;                 // 1980-01-01: year 0, month 1, day 1
constexpr zip_uint32_t unix_attributes = 0100644U << 16U; // a regular file, rw-r--r--

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { static_cast<void>(zip_fclose(file)); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using File = std::unique_ptr<zip_file_t, CloseFile>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

/// libzip's own account of what went wrong.
class ZipError {
public:
    ZipError() { zip_error_init(&m_error); }
    ~ZipError() { zip_error_fini(&m_error); }
    ZipError(const ZipError&) = delete;
    ZipError& operator=(const ZipError&) = delete;
    ZipError(ZipError&&) = delete;
    ZipError& operator=(ZipError&&) = delete;

    [[nodiscard]] zip_error_t* get() { return &m_error; }
    [[nodiscard]] std::string text() { return zip_error_strerror(&m_error); }

private:
    zip_error_t m_error{};
};

tl::unexpected<Error> refuse(std::string_view rule, std::string text, std::string place = {}) {
    return fail(rule, std::move(text), {}, std::move(place));
}

/// A view of `file`: nothing is copied, `file` must outlive the archive.
Result<Archive> open(ByteView file) {
    ZipError error;
    Source source(zip_source_buffer_create(file.data(), file.size(), 0, error.get()));
    if (!source) {
        throw std::bad_alloc();
    }
    Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, error.get()));
    if (!archive) {
        return refuse(rules::case_container, "not a sound zip file: " + error.text());
    }
    static_cast<void>(source.release()); // the archive owns it now
    return archive;
}

/// Reads members one after the other, with their names and sizes held against the limits first.
class Members {
public:
    Members(zip_t& archive, std::uint64_t file_size) : m_archive(archive), m_left(file_size) {}

    Result<Part> read(zip_uint64_t index) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        constexpr zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                                        ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(&m_archive, index, ZIP_FL_ENC_RAW, &stat) != 0 ||
            (stat.valid & wanted) != wanted) {
            return refuse(rules::case_container, "a member cannot be read");
        }
        Part part{stat.name, {}};
        if (part.name != names::mimetype && part.name != names::manifest && !is_part_name(part.name)) {
            return refuse(rules::case_part_name,
                          "member " + std::to_string(index) +
                              ": a part's name is made of a-z, 0-9, '-', '_' and single dots");
        }
        if (!m_names.insert(part.name).second) {
            return refuse(rules::case_duplicate, "stands twice", part.name);
        }
        if (stat.comp_method != ZIP_CM_STORE || stat.encryption_method != ZIP_EM_NONE) {
            return refuse(rules::case_compressed, "is compressed or encrypted; parts are stored", part.name);
        }
        if (stat.size != stat.comp_size || stat.size > m_left) {
            return refuse(rules::case_container, "claims more bytes than the file has", part.name);
        }
        m_left -= stat.size;
        return contents(index, stat.size, std::move(part));
    }

private:
    Result<Part> contents(zip_uint64_t index, zip_uint64_t size, Part part) {
        const File file(zip_fopen_index(&m_archive, index, 0));
        if (!file) {
            return refuse(rules::case_container, zip_error_strerror(zip_get_error(&m_archive)), part.name);
        }
        part.bytes.resize(static_cast<std::size_t>(size));
        std::size_t done = 0;
        while (done < part.bytes.size()) {
            const zip_int64_t got = zip_fread(file.get(), part.bytes.data() + done, part.bytes.size() - done);
            if (got <= 0) {
                break;
            }
            done += static_cast<std::size_t>(got);
        }
        std::uint8_t behind = 0; // the check sum is compared once the end is reached
        if (done != part.bytes.size() || zip_fread(file.get(), &behind, 1) != 0) {
            return refuse(rules::case_container, "its bytes are not those of its check sum", part.name);
        }
        return part;
    }

    zip_t& m_archive;
    std::uint64_t m_left;
    std::set<std::string, std::less<>> m_names;
};

void require(bool done) {
    if (!done) {
        throw std::bad_alloc(); // the only thing that can go wrong: everything is in memory and checked
    }
}

void add(zip_t* archive, const Part& part) {
    Source source(zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0));
    require(source != nullptr);
    const zip_int64_t added = zip_file_add(archive, part.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    require(added >= 0);
    static_cast<void>(source.release()); // the archive owns it now
    const auto index = static_cast<zip_uint64_t>(added);
    require(zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0);
    require(zip_file_set_dostime(archive, index, dos_time, dos_date, 0) == 0);
    require(zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, unix_attributes) == 0);
}

Bytes contents_of(zip_source_t* source) {
    require(zip_source_open(source) == 0);
    zip_stat_t stat;
    zip_stat_init(&stat);
    require(zip_source_stat(source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0);
    Bytes out(static_cast<std::size_t>(stat.size));
    const zip_int64_t got = zip_source_read(source, out.data(), stat.size);
    static_cast<void>(zip_source_close(source));
    require(got >= 0 && static_cast<zip_uint64_t>(got) == stat.size);
    return out;
}

} // namespace

Result<std::vector<Part>> read_zip(ByteView file) {
    const Result<Archive> archive = open(file);
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
    constexpr zip_int64_t most = max_parts + 2; // mimetype and manifest
    if (count < 0 || count > most) {
        return refuse(rules::case_count, "expected at most " + std::to_string(most) + " members");
    }
    std::vector<Part> out;
    Members members(**archive, file.size());
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        Result<Part> part = members.read(index);
        if (!part) {
            return tl::unexpected(part.error());
        }
        out.push_back(*std::move(part));
    }
    return out;
}

Bytes write_zip(std::span<const Part* const> members) {
    ZipError error;
    Source source(zip_source_buffer_create(nullptr, 0, 0, error.get()));
    require(source != nullptr);
    zip_source_keep(source.get()); // once for the archive, once for reading what it wrote
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, error.get()));
    if (!archive) {
        zip_source_free(source.get());
        throw std::bad_alloc();
    }
    for (const Part* const part : members) {
        add(archive.get(), *part);
    }
    require(zip_close(archive.get()) == 0);
    static_cast<void>(archive.release()); // closed
    return contents_of(source.get());
}

} // namespace anchorscope::casefile
