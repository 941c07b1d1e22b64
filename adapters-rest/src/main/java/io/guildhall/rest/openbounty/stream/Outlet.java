package io.guildhall.rest.openbounty.stream;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** A reader's connection, as its event loop has it; nothing here ever waits. */
interface Outlet {

    /** Whether what was written waits for the other side to read. */
    boolean isFull();

    void write(List<Buffer> texts);

    /** Ends the answer as answers end. */
    void end();

    /** Breaks the connection off, with whatever was not sent yet. */
    void cut();
}
