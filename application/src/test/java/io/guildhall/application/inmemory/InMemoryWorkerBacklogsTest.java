package io.guildhall.application.inmemory;

import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.application.contract.WorkerBacklogsContract;

class InMemoryWorkerBacklogsTest extends WorkerBacklogsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
