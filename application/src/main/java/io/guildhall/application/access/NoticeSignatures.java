package io.guildhall.application.access;

/**
 * Whether GitHub signed what it tells us. Where no App is set up each question is refused with
 * {@link io.guildhall.domain.party.PartyError.GithubNotSetUp}.
 */
public interface NoticeSignatures {

    /**
     * In a time that does not depend on how much of the signature is right.
     *
     * @param body its bytes are those of UTF-8
     * @param signature as it came, such as {@code sha256=…}
     */
    boolean isSigned(String body, String signature);
}
