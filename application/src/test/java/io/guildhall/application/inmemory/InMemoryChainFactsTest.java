package io.guildhall.application.inmemory;

import io.guildhall.application.contract.ChainFactsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryChainFactsTest extends ChainFactsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
