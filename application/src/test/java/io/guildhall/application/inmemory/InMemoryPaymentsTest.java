package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PaymentsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryPaymentsTest extends PaymentsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
