package io.guildhall.domain.pullrequest;

import io.guildhall.domain.codehost.ReviewVerdict;
import java.util.List;

/** What one look at a pull request asks us to do. */
public sealed interface Step {

    /** It is the agent's work from now on. */
    record Submit() implements Step {}

    /** All that the terms ask for has come about. */
    record Accept() implements Step {}

    /**
     * Reviewers ask for changes.
     *
     * @param requests not empty
     */
    record RequestRevision(List<ReviewVerdict> requests) implements Step {}

    /** It was closed without being merged. */
    record Reject() implements Step {}

    /** There is nothing more to follow. */
    record Finish() implements Step {}

    record Wait(Reason reason) implements Step {}

    /** What is waited for. */
    enum Reason {
        CLAIM_TO_BE_FINAL,
        QUALITY_GATE,
        DISPUTE,
        POSTER,
        READINESS,
        REOPENING,
        NEWS,
        PROOFS,
        END_OF_CLAIM
    }

    default String word() {
        return switch (this) {
            case Submit _ -> "submit";
            case Accept _ -> "accept";
            case RequestRevision _ -> "request revision";
            case Reject _ -> "reject";
            case Finish _ -> "finish";
            case Wait(var reason) ->
                    switch (reason) {
                        case CLAIM_TO_BE_FINAL -> "wait until the claim is final";
                        case QUALITY_GATE -> "wait for the quality gate";
                        case DISPUTE -> "wait: the dispute decides";
                        case POSTER -> "wait for the poster";
                        case READINESS -> "wait until it is ready";
                        case REOPENING -> "wait until it is reopened";
                        case NEWS -> "wait for a new commit";
                        case PROOFS -> "wait for what the terms ask for";
                        case END_OF_CLAIM -> "wait until the claim ends";
                    };
        };
    }
}
