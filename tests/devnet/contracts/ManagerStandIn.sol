// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Emitter} from "./Emitter.sol";

/// Stands for the EEZ manager on a test chain: it is armed with the logs that the real manager emitted for a table, and
/// emits them, in order and once, when that table is sent to it. It decodes no table and checks no proof.
contract ManagerStandIn is Emitter {
    struct Log {
        bytes32[] topics;
        bytes data;
    }

    Log[] private armed;

    /// Adds to what is armed already.
    function arm(Log[] calldata logs) external {
        for (uint256 i = 0; i < logs.length; i++) {
            Log storage log = armed.push();
            log.topics = logs[i].topics;
            log.data = logs[i].data;
        }
    }

    /// Every call that is not one of the functions above: postAndVerifyBatch, loadExecutionTable, and so on.
    fallback() external payable {
        for (uint256 i = 0; i < armed.length; i++) {
            emitLog(armed[i].topics, armed[i].data);
        }
        delete armed;
    }

    receive() external payable {}
}
