package io.guildhall.application.inmemory;

import io.guildhall.application.contract.ClockOffsetContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryClockOffsetTest extends ClockOffsetContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
