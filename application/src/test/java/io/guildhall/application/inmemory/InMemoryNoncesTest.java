package io.guildhall.application.inmemory;

import io.guildhall.application.contract.NoncesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryNoncesTest extends NoncesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
