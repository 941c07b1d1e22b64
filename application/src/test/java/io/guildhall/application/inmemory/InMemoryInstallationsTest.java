package io.guildhall.application.inmemory;

import io.guildhall.application.contract.InstallationsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryInstallationsTest extends InstallationsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
