package io.guildhall.application.inmemory;

import io.guildhall.application.contract.DueBountiesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryDueBountiesTest extends DueBountiesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
