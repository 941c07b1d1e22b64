package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.application.contract.RailSnapshotsContract;

class InMemoryRailSnapshotsTest extends RailSnapshotsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
