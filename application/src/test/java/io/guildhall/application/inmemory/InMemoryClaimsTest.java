package io.guildhall.application.inmemory;

import io.guildhall.application.contract.ClaimsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryClaimsTest extends ClaimsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
