// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// Emits any log, so that a test can put forged, foreign or malformed events on a chain of its own.
contract Emitter {
    error Refused();

    function emitLog(bytes32[] memory topics, bytes memory data) public {
        require(topics.length <= 4, "at most four topics");
        assembly ("memory-safe") {
            let at := add(data, 32)
            let size := mload(data)
            switch mload(topics)
            case 0 { log0(at, size) }
            case 1 { log1(at, size, mload(add(topics, 32))) }
            case 2 { log2(at, size, mload(add(topics, 32)), mload(add(topics, 64))) }
            case 3 { log3(at, size, mload(add(topics, 32)), mload(add(topics, 64)), mload(add(topics, 96))) }
            case 4 {
                log4(at, size, mload(add(topics, 32)), mload(add(topics, 64)), mload(add(topics, 96)), mload(add(topics, 128)))
            }
        }
    }

    /// For a receipt whose status is 0.
    function fail() external pure {
        revert Refused();
    }
}
