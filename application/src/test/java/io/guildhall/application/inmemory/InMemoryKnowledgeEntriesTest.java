package io.guildhall.application.inmemory;

import io.guildhall.application.contract.KnowledgeEntriesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryKnowledgeEntriesTest extends KnowledgeEntriesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
