package io.guildhall.application.inmemory;

import io.guildhall.application.contract.DisputesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryDisputesTest extends DisputesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
