package io.guildhall.web.page;

/** Text that becomes so long and no longer; whoever would go on writing fails. */
final class BoundedText implements Appendable {

    private final StringBuilder text = new StringBuilder();
    private final int lengthMax;

    BoundedText(int lengthMax) {
        this.lengthMax = lengthMax;
    }

    /** There is more of it than may be. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooLong(int lengthMax) {
            super("Longer than " + lengthMax);
        }
    }

    @Override
    public BoundedText append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public BoundedText append(CharSequence more, int start, int end) {
        mustHaveRoomFor(end - start);
        text.append(more, start, end);
        return this;
    }

    @Override
    public BoundedText append(char more) {
        mustHaveRoomFor(1);
        text.append(more);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void mustHaveRoomFor(int more) {
        if (more > lengthMax - text.length()) {
            throw new TooLong(lengthMax);
        }
    }
}
