// Names for calldata and for the data of reverts: what the user's ABI files say, then what is well known. A
// selector is four bytes: that a name fits is a hint, never evidence, and several may fit.
#pragma once
#include "core/codec/abi_signature.h"
#include "core/table/field_rows.h"
#include <map>

namespace anchorscope::table {

/// Declarations of functions that are met in tables: ERC-20, ERC-721, WETH, the managers' own.
[[nodiscard]] std::span<const std::string_view> well_known_functions();

/// Calldata or revert data by name.
struct NamedData {
    std::string signature;        ///< "transfer(address,uint256)"
    bool stated = false;          ///< by the user's file, else well known
    std::vector<FieldRow> fields; ///< offsets count in the data
};

class SignatureBook {
public:
    /// With what is well known, and the errors that the contracts declare (contract_errors.h).
    SignatureBook();

    /// The user's, which go before what is well known. Events are passed over.
    void add(std::vector<codec::AbiSignature> signatures);

    /// The first function of that selector whose parameters are exactly the rest of the data, canonically
    /// encoded; empty where there is none.
    [[nodiscard]] std::optional<NamedData> function(ByteView data) const;
    /// The same among errors.
    [[nodiscard]] std::optional<NamedData> error(ByteView data) const;
    /// Signatures of the functions that have the data's selector, whether the rest fits or not.
    [[nodiscard]] std::vector<std::string> functions_named(ByteView data) const;

private:
    struct Known {
        codec::AbiSignature signature;
        bool stated = false;
    };
    using Names = std::map<codec::AbiSelector, std::vector<Known>>;

    void insert(codec::AbiSignature signature, bool stated);
    [[nodiscard]] static const std::vector<Known>* find(const Names& names, ByteView data);
    [[nodiscard]] static std::optional<NamedData> read(const Names& names, ByteView data);

    Names m_functions, m_errors;
};

} // namespace anchorscope::table
