package io.guildhall.application.inmemory;

import io.guildhall.application.contract.EventStreamContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryEventStreamTest extends EventStreamContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
