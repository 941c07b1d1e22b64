package io.guildhall.application.inmemory;

import io.guildhall.application.contract.BountyFiltersContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryBountyFiltersTest extends BountyFiltersContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
