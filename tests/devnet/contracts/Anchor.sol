// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// Records digests as ERC-8281 asks: anyone may record any digest, any number of times; nothing is stored.
contract Anchor {
    event Recorded(bytes32 indexed digest, address indexed committer);

    function record(bytes32 digest) external {
        emit Recorded(digest, msg.sender);
    }

    /// ERC-165. The interface of ERC-8281 has one function, so its id 0xb5c645bd is the selector of record(bytes32).
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0xb5c645bd || id == 0x01ffc9a7;
    }
}
