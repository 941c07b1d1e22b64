package io.guildhall.application.inmemory;

import io.guildhall.application.contract.ChainTrailContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryChainTrailTest extends ChainTrailContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
