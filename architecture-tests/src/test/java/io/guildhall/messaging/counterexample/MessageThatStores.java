package io.guildhall.messaging.counterexample;

import io.guildhall.rest.counterexample.RestThatStores;

/** Knows another adapter. */
public class MessageThatStores {

    Class<?> rest() {
        return RestThatStores.class;
    }
}
