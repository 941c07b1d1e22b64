package io.guildhall.application.inmemory;

import io.guildhall.application.contract.BountiesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryBountiesTest extends BountiesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
