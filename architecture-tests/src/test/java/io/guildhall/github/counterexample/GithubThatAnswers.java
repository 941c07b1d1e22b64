package io.guildhall.github.counterexample;

import io.guildhall.rest.counterexample.RestThatStores;

/** Knows another adapter. */
public class GithubThatAnswers {

    Class<?> rest() {
        return RestThatStores.class;
    }
}
