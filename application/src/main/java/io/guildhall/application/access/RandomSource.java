package io.guildhall.application.access;

/** Unpredictable bytes for secrets. */
public interface RandomSource {

    byte[] bytes(int count);
}
