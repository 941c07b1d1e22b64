package io.guildhall.domain.shared;

/**
 * There is nothing by that id that the caller may see. The same answer is given for another party's
 * private thing, so that an id tells nothing.
 *
 * @param what the thing's word, such as {@code bounty}
 */
public record NotFound(String what) implements DomainError {

    @Override
    public String code() {
        return what + "_not_found";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
        return "There is no such " + what + " that you may see; check the id and which key you use";
    }
}
