package io.guildhall.application.inmemory;

import io.guildhall.application.contract.FundingFreezesContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryFundingFreezesTest extends FundingFreezesContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
