package io.guildhall.application.inmemory;

import io.guildhall.application.contract.IssueBountiesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryIssueBountiesTest extends IssueBountiesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
