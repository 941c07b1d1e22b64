package io.guildhall.application.inmemory;

import io.guildhall.application.contract.OperatorAccountsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryOperatorAccountsTest extends OperatorAccountsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
