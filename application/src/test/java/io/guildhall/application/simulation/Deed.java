package io.guildhall.application.simulation;

import io.guildhall.application.inmemory.UseCases;

/**
 * One command with all it needs, so that it can be given again just as it was.
 *
 * @param words what it is, for whoever has to understand a failing seed
 */
record Deed(String words, Doing doing) {

    interface Doing {
        Object on(UseCases use);
    }

    Object on(UseCases use) {
        return doing.on(use);
    }
}
