package io.guildhall.persistence.util;

import io.guildhall.application.counterexample.DoThings;
import io.guildhall.payments.counterexample.PaymentThatAnswers;

/**
 * In a package that says nothing, implements a port from a wrong place, and knows another adapter.
 */
public class GadgetStore implements DoThings.Gadget {

    Class<?> payments() {
        return PaymentThatAnswers.class;
    }
}
