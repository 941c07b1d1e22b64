package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.application.contract.WorkerBoardContract;

class InMemoryWorkerBoardTest extends WorkerBoardContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
