package io.guildhall.application.inmemory;

import io.guildhall.application.contract.LoginsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryLoginsTest extends LoginsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
