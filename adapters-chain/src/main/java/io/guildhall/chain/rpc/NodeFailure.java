package io.guildhall.chain.rpc;

/** A node does not do its work; another one may. Its message holds nothing of the node's URL. */
final class NodeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    NodeFailure(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
