package io.guildhall.application.inmemory;

import io.guildhall.application.contract.BountyBoardContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryBountyBoardTest extends BountyBoardContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
