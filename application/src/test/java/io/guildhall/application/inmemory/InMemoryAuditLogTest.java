package io.guildhall.application.inmemory;

import io.guildhall.application.contract.AuditLogContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryAuditLogTest extends AuditLogContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
