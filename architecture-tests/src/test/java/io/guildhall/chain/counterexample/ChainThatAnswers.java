package io.guildhall.chain.counterexample;

import io.guildhall.rest.counterexample.RestThatStores;

/** Knows another adapter. */
public class ChainThatAnswers {

    Class<?> rest() {
        return RestThatStores.class;
    }
}
