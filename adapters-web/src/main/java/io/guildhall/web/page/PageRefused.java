package io.guildhall.web.page;

/** A page that cannot be given, and what its visitor is told instead. */
public final class PageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    public PageRefused(int status, String title, String message) {
        super(message, null, false, false);
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
