package io.guildhall.application.inmemory;

import io.guildhall.application.contract.GithubLinkRequestsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryGithubLinkRequestsTest extends GithubLinkRequestsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
