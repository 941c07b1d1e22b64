package io.guildhall.application.inmemory;

import io.guildhall.application.contract.GivenTokensContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryGivenTokensTest extends GivenTokensContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
