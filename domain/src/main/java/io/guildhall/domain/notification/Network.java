package io.guildhall.domain.notification;

import java.net.InetAddress;

/** All addresses that begin with the same bits. */
public record Network(InetAddress first, int bits) {

    public Network {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "No network has " + bits + " bits of " + first.getHostAddress());
        }
    }

    /**
     * @param text such as {@code 10.0.0.0/8}; an address by itself is a network of one
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            InetAddress only = InetAddress.ofLiteral(text);
            return new Network(only, only.getAddress().length * Byte.SIZE);
        }
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int place = bit / Byte.SIZE;
            int compared = 0xFF << Math.max(0, Byte.SIZE - (bits - bit));
            if (((mine[place] ^ other[place]) & compared & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }
}
