package io.guildhall.bootstrap.observation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Everything that is logged from its making to its closing, stack traces included. */
final class WholeLog extends Handler implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    WholeLog() {
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
        heard.add(String.valueOf(logged.getMessage()));
        if (logged.getParameters() != null) {
            heard.add(List.of(logged.getParameters()).toString());
        }
        if (logged instanceof ExtLogRecord ours) {
            heard.add(ours.getMdcCopy().toString());
        }
        if (logged.getThrown() != null) {
            var trace = new StringWriter();
            logged.getThrown().printStackTrace(new PrintWriter(trace, true));
            heard.add(trace.toString());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }

    String heard() {
        return String.join("\n", heard);
    }
}
