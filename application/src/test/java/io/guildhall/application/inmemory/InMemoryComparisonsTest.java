package io.guildhall.application.inmemory;

import io.guildhall.application.contract.ComparisonsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryComparisonsTest extends ComparisonsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
