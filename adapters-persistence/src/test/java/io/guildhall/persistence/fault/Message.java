package io.guildhall.persistence.fault;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A message of PostgreSQL's protocol, in either direction. */
final class Message {

    private final int type;
    private final byte[] body;

    private Message(int type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    static Message read(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        return new Message(type, in.readNBytes(in.readInt() - Integer.BYTES));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
    }

    /** Sync or Query: the driver wants an answer. */
    boolean endsStatement() {
        return type == 'S' || type == 'Q';
    }

    /** Parse, Bind, Describe, Execute or Close: more of the statement follows. */
    boolean isPartOfStatement() {
        return type == 'P' || type == 'B' || type == 'D' || type == 'E' || type == 'C';
    }

    /** The driver sends it along with the first statement and does not wait for its answer. */
    boolean begins() {
        return type == 'Q' && new String(body, StandardCharsets.US_ASCII).startsWith("BEGIN");
    }

    /** ReadyForQuery: the database has answered. */
    boolean isReady() {
        return type == 'Z';
    }
}
