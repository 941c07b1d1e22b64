package io.guildhall.application.inmemory;

import io.guildhall.application.contract.AgentCardsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryAgentCardsTest extends AgentCardsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
