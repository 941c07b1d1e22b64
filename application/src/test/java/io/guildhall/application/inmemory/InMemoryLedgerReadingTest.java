package io.guildhall.application.inmemory;

import io.guildhall.application.contract.LedgerReadingContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryLedgerReadingTest extends LedgerReadingContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
