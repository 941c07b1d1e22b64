package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PayeeAccountsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryPayeeAccountsTest extends PayeeAccountsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
