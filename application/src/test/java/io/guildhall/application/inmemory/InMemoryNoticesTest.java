package io.guildhall.application.inmemory;

import io.guildhall.application.contract.NoticesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryNoticesTest extends NoticesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
