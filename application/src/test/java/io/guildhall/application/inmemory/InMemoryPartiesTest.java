package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PartiesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryPartiesTest extends PartiesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
