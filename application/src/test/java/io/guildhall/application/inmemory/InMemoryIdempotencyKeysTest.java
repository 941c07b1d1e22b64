package io.guildhall.application.inmemory;

import io.guildhall.application.contract.IdempotencyKeysContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryIdempotencyKeysTest extends IdempotencyKeysContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
