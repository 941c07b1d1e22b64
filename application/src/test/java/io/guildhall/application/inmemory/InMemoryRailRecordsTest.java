package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.application.contract.RailRecordsContract;

class InMemoryRailRecordsTest extends RailRecordsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
