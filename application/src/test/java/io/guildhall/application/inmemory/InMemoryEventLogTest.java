package io.guildhall.application.inmemory;

import io.guildhall.application.contract.EventLogContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryEventLogTest extends EventLogContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
