package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.application.contract.SessionsContract;

class InMemorySessionsTest extends SessionsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
