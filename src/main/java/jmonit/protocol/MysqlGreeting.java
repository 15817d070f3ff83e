package jmonit.protocol;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Arrays;

import jmonit.protocol.MysqlPackets.Content;

/** What MySQL says first: what it can do, the way it likes users to log in, and bytes that make each login another one. */
record MysqlGreeting(int abilities, String plugin, byte[] salt) {

    static final String NATIVE = "mysql_native_password";
    private static final int VERSION = 10;
    private static final int TLS = 0x800;
    private static final int PLUGINS = 1 << 19;
    private static final int SALT = 20;

    static MysqlGreeting of(Content packet) throws IOException {
        try {
            return read(packet);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("Invalid handshake packet -- not MySQL protocol", e);
        }
    }

    private static MysqlGreeting read(Content packet) throws IOException {
        var bytes = packet.bytes();
        var version = bytes.get() & 0xff;
        if (version != VERSION) {
            throw new IOException("Invalid protocol version " + version);
        }
        packet.text();
        bytes.getInt();
        var salt = new byte[SALT];
        bytes.get(salt, 0, 8).get();
        var abilities = bytes.getShort() & 0xffff;
        if (bytes.hasRemaining()) {
            bytes.position(bytes.position() + 3);
            abilities |= bytes.getShort() << 16;
            bytes.position(bytes.position() + 11);
            bytes.get(salt, 8, SALT - 8);
            bytes.get();
        }
        return new MysqlGreeting(abilities, (abilities & PLUGINS) == 0 ? NATIVE : packet.text(), salt);
    }

    boolean encrypts() {
        return (abilities & TLS) != 0;
    }

    boolean knowsPlugins() {
        return (abilities & PLUGINS) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MysqlGreeting(int a, String p, byte[] s) && a == abilities && p.equals(plugin) && Arrays.equals(s, salt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }
}
