package io.guildhall.application.inmemory;

import io.guildhall.application.contract.DeliveriesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryDeliveriesTest extends DeliveriesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
