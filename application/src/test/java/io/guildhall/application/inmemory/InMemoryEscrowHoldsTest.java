package io.guildhall.application.inmemory;

import io.guildhall.application.contract.EscrowHoldsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryEscrowHoldsTest extends EscrowHoldsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
