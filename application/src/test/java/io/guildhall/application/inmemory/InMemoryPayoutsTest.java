package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PayoutsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryPayoutsTest extends PayoutsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
