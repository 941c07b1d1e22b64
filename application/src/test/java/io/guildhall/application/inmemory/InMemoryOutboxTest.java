package io.guildhall.application.inmemory;

import io.guildhall.application.contract.OutboxContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryOutboxTest extends OutboxContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
