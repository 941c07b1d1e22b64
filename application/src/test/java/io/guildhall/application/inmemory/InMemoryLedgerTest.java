package io.guildhall.application.inmemory;

import io.guildhall.application.contract.LedgerContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryLedgerTest extends LedgerContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
