// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {VM} from "./Vm.sol";

/// @title Admissions as a relayer signs them
/// @notice Written down from the standard, and not with the contract's own means.
library Admissions {
    function sign(uint256 key, address manager, bytes32 id, address agent, uint32 fence, uint40 expiresAt)
        internal
        view
        returns (IBountyManager.Admission memory)
    {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("BountyManager"),
                keccak256("1"),
                block.chainid,
                manager
            )
        );
        bytes32 admission = keccak256(
            abi.encode(
                keccak256("Admission(bytes32 bountyId,address agent,uint32 fence,uint40 expiresAt)"),
                id,
                agent,
                fence,
                expiresAt
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(key, keccak256(abi.encodePacked(hex"1901", domain, admission)));
        return IBountyManager.Admission({expiresAt: expiresAt, signature: abi.encodePacked(r, s, v)});
    }
}
