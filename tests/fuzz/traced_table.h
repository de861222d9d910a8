// The table that fuzz_trace_tree reads traces against: the seeds are its own.
#pragma once
#include "core/synth/synth.h"

namespace anchorscope::fuzz {

/// Entries of every phase, with nested calls, revert spans, and lookups in both modes.
inline synth::Synthetic traced_table() {
    synth::Options options;
    options.entries = 5;
    options.immediate = 1;
    options.transient = 1;
    options.spans = 3;
    options.lookups = 10;
    return synth::make(options).value();
}

} // namespace anchorscope::fuzz
