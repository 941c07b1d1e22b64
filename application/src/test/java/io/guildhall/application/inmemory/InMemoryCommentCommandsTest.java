package io.guildhall.application.inmemory;

import io.guildhall.application.contract.CommentCommandsContract;
import io.guildhall.application.contract.PortsUnderTest;

class InMemoryCommentCommandsTest extends CommentCommandsContract {

    private final PortsUnderTest ports = new InMemoryPortsUnderTest();

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
