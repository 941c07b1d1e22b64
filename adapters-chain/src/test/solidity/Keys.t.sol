// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {
    IAccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {IAgentRegistry} from "../../main/solidity/IAgentRegistry.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

contract KeysTest is Fixture {
    function test_onlyThePauserPauses() public {
        bytes32 role = manager.PAUSER_ROLE();
        _unauthorized(relayer, role);
        manager.pause();
        _unauthorized(relayer, role);
        manager.unpause();
    }

    function test_onlyTheAdminChangesFeeTermsAndRoles() public {
        bytes32 role = manager.RELAYER_ROLE();
        _unauthorized(arbiter, 0x00);
        manager.setFeeTerms(0, stranger);
        _unauthorized(arbiter, 0x00);
        manager.grantRole(role, stranger);
    }

    function test_revokedRelayerRecordsNothingMore() public {
        bytes32 id = _claimed();
        bytes32 role = manager.RELAYER_ROLE();
        VM.prank(admin);
        manager.revokeRole(role, relayer);

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, relayer));
        VM.prank(relayer);
        manager.submitWork(id, agent, 1, WORK);
    }

    function test_adminChangesInTwoStepsTwoDaysApart() public {
        VM.prank(admin);
        manager.beginDefaultAdminTransfer(stranger);
        VM.warp(START + 2 days);
        VM.expectRevert(
            abi.encodeWithSelector(
                IAccessControlDefaultAdminRules.AccessControlEnforcedDefaultAdminDelay.selector, START + 2 days
            )
        );
        VM.prank(stranger);
        manager.acceptDefaultAdminTransfer();
        VM.warp(START + 2 days + 1);
        VM.prank(stranger);
        manager.acceptDefaultAdminTransfer();

        _assertTrue("admin", manager.defaultAdmin() == stranger);
    }

    function test_walletRegistersItselfOnceAndNamesItsOperator() public {
        VM.expectEmit(address(registry));
        emit IAgentRegistry.AgentRegistered(stranger, operator);
        VM.startPrank(stranger);
        registry.register(operator);
        VM.expectRevert(abi.encodeWithSelector(IAgentRegistry.AlreadyRegistered.selector, stranger));
        registry.register(operator);
        VM.stopPrank();

        _assertTrue("active", registry.isActive(stranger));
        _assertTrue("operator", registry.operatorOf(stranger) == operator);
    }

    function test_operatorIsAnotherWallet() public {
        VM.startPrank(stranger);
        VM.expectRevert(abi.encodeWithSelector(IAgentRegistry.InvalidOperator.selector, address(0)));
        registry.register(address(0));
        VM.expectRevert(abi.encodeWithSelector(IAgentRegistry.InvalidOperator.selector, stranger));
        registry.register(stranger);
        VM.stopPrank();
    }

    function test_agentAndItsOperatorDeactivateItForEver() public {
        VM.expectEmit(address(registry));
        emit IAgentRegistry.AgentDeactivated(agent, operator);
        VM.prank(operator);
        registry.deactivate(agent);
        VM.prank(otherAgent);
        registry.deactivate(otherAgent);

        _assertTrue("active", !registry.isActive(agent) && !registry.isActive(otherAgent));
        _assertTrue("operator", registry.operatorOf(agent) == operator);
        VM.expectRevert(abi.encodeWithSelector(IAgentRegistry.AgentNotActive.selector, agent));
        VM.prank(operator);
        registry.deactivate(agent);
        VM.expectRevert(abi.encodeWithSelector(IAgentRegistry.AlreadyRegistered.selector, agent));
        VM.prank(agent);
        registry.register(operator);
    }

    function test_nobodyElseDeactivates() public {
        VM.expectRevert(abi.encodeWithSelector(IAgentRegistry.NotAllowed.selector, admin));
        VM.prank(admin);
        registry.deactivate(agent);
    }

    function _unauthorized(address caller, bytes32 role) private {
        VM.expectRevert(abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, caller, role));
        VM.prank(caller);
    }
}
