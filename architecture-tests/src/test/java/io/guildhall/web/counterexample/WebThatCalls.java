package io.guildhall.web.counterexample;

import io.guildhall.rest.counterexample.RestThatStores;

/** Knows another adapter. */
public class WebThatCalls {

    Class<?> rest() {
        return RestThatStores.class;
    }
}
