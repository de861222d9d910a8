// What a report that is kept tells beside the ladder: the files that were read, the reader's notes, and the
// command that makes it again.
#pragma once
#include "core/crypto/hash_function.h"
#include <string>

namespace anchorscope::report {

/// A file as it was read, beside the table and the case that the request holds.
struct InputFile {
    std::string role; ///< "envelope", "evidence", "peer", "trace"
    std::string name; ///< without folder
    std::uint64_t bytes = 0;
    Hash32 sha256;
};

/// What somebody wrote about a place of the table.
struct Note {
    std::string path; ///< field path of a node; empty: the case itself
    std::string text; ///< lines, UTF-8

    friend bool operator==(const Note&, const Note&) = default;
};

struct Annex {
    std::vector<InputFile> files;
    std::vector<Note> notes;
    std::string command;    ///< that reproduces the verdict; empty: not told
    std::string checked_at; ///< UTC; empty where no endpoint was asked: then nothing depends on the time
    bool tree = true;       ///< transitions and state roots are told
    bool digests = true;    ///< digests of the table's parts are told
    bool endpoints = true;  ///< who was asked is told; the rungs name who they rest on in any case
};

} // namespace anchorscope::report
