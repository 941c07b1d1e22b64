package io.guildhall.rest.counterexample;

import io.guildhall.application.access.ApiKeys.MintedKey;
import io.guildhall.application.party.RotateKey;

/** Gives a key to whoever is remembered. */
public class RestThatMints {

    MintedKey rotate(RotateKey rotateKey, RotateKey.Command command) {
        return rotateKey.handle(command);
    }
}
