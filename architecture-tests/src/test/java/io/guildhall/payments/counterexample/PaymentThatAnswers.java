package io.guildhall.payments.counterexample;

import io.guildhall.rest.counterexample.RestThatStores;

/** Knows another adapter. */
public class PaymentThatAnswers {

    Class<?> rest() {
        return RestThatStores.class;
    }
}
