package io.guildhall.quality.counterexample;

import io.guildhall.rest.counterexample.RestThatStores;

/** Knows another adapter. */
public class JudgeThatAnswers {

    Class<?> rest() {
        return RestThatStores.class;
    }
}
