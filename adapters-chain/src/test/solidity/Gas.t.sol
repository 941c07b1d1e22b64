// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgentRegistry} from "../../main/solidity/AgentRegistry.sol";
import {BountyManager} from "../../main/solidity/BountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

/// @title What each call costs
/// @notice Each is a transaction of its own here, so the figures are what a sender pays, all in all.
/// forge-config: default.isolate = true
contract GasTest is Fixture {
    function test_deployment() public {
        VM.startSnapshotGas("deploy AgentRegistry");
        new AgentRegistry();
        VM.stopSnapshotGas();
        VM.startSnapshotGas("deploy BountyManager");
        new BountyManager(usdc, registry, admin, relayer, arbiter, FEE_BPS, feeAccount);
        VM.stopSnapshotGas();
    }

    function test_register() public {
        VM.prank(stranger);
        registry.register(operator);
        VM.snapshotGasLastCall("register");
    }

    function test_fund() public {
        _open();
        VM.snapshotGasLastCall("fundBounty");
    }

    function test_claim() public {
        _claimed();
        VM.snapshotGasLastCall("claimBounty");
    }

    function test_release() public {
        bytes32 id = _claimed();
        VM.prank(agent);
        manager.releaseClaim(id);
        VM.snapshotGasLastCall("releaseClaim");
    }

    function test_submit() public {
        _inReview();
        VM.snapshotGasLastCall("submitWork, the first");
    }

    function test_submitAgain() public {
        bytes32 id = _inRework();
        _submit(id);
        VM.snapshotGasLastCall("submitWork, another");
    }

    function test_accept() public {
        bytes32 id = _inReview();
        _accept(id);
        VM.snapshotGasLastCall("acceptWork");
    }

    function test_acceptUnanswered() public {
        bytes32 id = _inReview();
        VM.warp(START + REVIEW);
        manager.acceptUnanswered(id);
        VM.snapshotGasLastCall("acceptUnanswered");
    }

    function test_acceptHeld() public {
        bytes32 id = _inReview();
        usdc.block_(agent, true);
        _accept(id);
        VM.snapshotGasLastCall("acceptWork, payment held");
        usdc.block_(agent, false);
        manager.withdraw(agent);
        VM.snapshotGasLastCall("withdraw");
    }

    function test_sendBack() public {
        _inRework();
        VM.snapshotGasLastCall("sendBack");
    }

    function test_cancel() public {
        bytes32 id = _open();
        VM.prank(poster);
        manager.cancelBounty(id);
        VM.snapshotGasLastCall("cancelBounty");
    }

    function test_expire() public {
        bytes32 id = _claimed();
        VM.warp(START + TTL);
        manager.expireBounty(id);
        VM.snapshotGasLastCall("expireBounty, a lease");
        VM.warp(DEADLINE);
        manager.expireBounty(id);
        VM.snapshotGasLastCall("expireBounty, an open one");
    }

    function test_dispute() public {
        bytes32 id = _answered();
        VM.snapshotGasLastCall("answerDispute");
        VM.prank(poster);
        manager.offerSplit(id, 1, 5_000);
        VM.snapshotGasLastCall("offerSplit");
        VM.prank(agent);
        manager.acceptSplit(id, 1, 5_000);
        VM.snapshotGasLastCall("acceptSplit");
    }

    function test_openDispute() public {
        bytes32 id = _disputed();
        VM.snapshotGasLastCall("openDispute");
        VM.prank(poster);
        manager.withdrawDispute(id, 1);
        VM.snapshotGasLastCall("withdrawDispute");
    }

    function test_rule() public {
        bytes32 id = _answered();
        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 5_000);
        VM.snapshotGasLastCall("ruleDispute");
    }

    function test_timeOut() public {
        bytes32 id = _answered();
        VM.warp(START + 14 days);
        manager.timeOutDispute(id);
        VM.snapshotGasLastCall("timeOutDispute");
    }
}
