package jmonit.protocol;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

import jmonit.model.Speech;
import jmonit.protocol.MysqlPackets.Content;

/** One login to MySQL: what to answer to each thing the server asks, in the ways its plug-ins ask for a password. */
final class MysqlLogin {

    private static final String CACHING = "caching_sha2_password";
    private static final String SHA256 = "sha256_password";
    private static final String ED25519 = "client_ed25519";
    private static final String CLEAR = "mysql_clear_password";
    private static final int LONG_PASSWORD = 1;
    private static final int PROTOCOL_41 = 0x200;
    private static final int TLS = 0x800;
    private static final int SECURE_CONNECTION = 0x8000;
    private static final int PLUGINS = 1 << 19;
    private static final int LARGEST_PACKET = 1 << 13;
    private static final int UTF8 = 33;
    private static final int FAST = 3;
    private static final int FULL = 4;
    private static final byte[] KEY_PLEASE = {2};
    private static final byte[] KEY_PLEASE_SHA256 = {1};
    private static final byte[] NOTHING = {};

    private final Speech speech;
    private final boolean secret;
    private final boolean encrypted;
    private final boolean plugins;
    private final String password;
    private String plugin;
    private byte[] salt;

    /** {@code secret}: nobody can listen, so that the password may be said as it is. */
    MysqlLogin(Speech speech, boolean secret, boolean encrypted, MysqlGreeting greeting) {
        this.speech = speech;
        this.secret = secret;
        this.encrypted = encrypted;
        this.plugins = greeting.knowsPlugins();
        this.password = speech.setting("password").orElse("");
        // The server goes on in its own way where this user has another one.
        this.plugin = known(greeting.plugin()) ? greeting.plugin() : MysqlGreeting.NATIVE;
        this.salt = greeting.salt();
    }

    private static boolean known(String plugin) {
        return plugin.equals(MysqlGreeting.NATIVE) || plugin.equals(CACHING) || plugin.equals(SHA256);
    }

    /** How every login begins; alone it asks for encryption. */
    static byte[] head(boolean encrypted) {
        return head(LONG_PASSWORD | PROTOCOL_41 | SECURE_CONNECTION | PLUGINS | (encrypted ? TLS : 0)).bytes();
    }

    private static Packet head(int abilities) {
        return new Packet().little(abilities, 4).little(LARGEST_PACKET, 4).u8(UTF8).put(new byte[23]);
    }

    byte[] response() throws IOException {
        var answer = scrambled();
        var abilities = LONG_PASSWORD | PROTOCOL_41 | SECURE_CONNECTION | (plugins ? PLUGINS : 0) | (encrypted ? TLS : 0);
        var response = head(abilities).ended(speech.setting("username").orElse("")).u8(answer.length).put(answer);
        return (plugins ? response.ended(plugin) : response).bytes();
    }

    /** To a server that wants another plug-in, with other bytes. */
    byte[] switched(Content packet) throws IOException {
        packet.bytes().position(1);
        plugin = packet.text();
        var bytes = packet.rest();
        // Twenty letters and a zero byte, or bytes of any value, whose number is fixed.
        var ended = !plugin.equals(ED25519) && bytes.length > 0 && bytes[bytes.length - 1] == 0;
        salt = ended ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        if (!known(plugin) && !plugin.equals(ED25519) && !(plugin.equals(CLEAR) && secret)) {
            throw new IOException("MYSQL: unsupported authentication plugin: " + Shown.line(plugin));
        }
        return scrambled();
    }

    private byte[] scrambled() throws IOException {
        if (password.isEmpty()) {
            return plugin.equals(SHA256) || plugin.equals(CLEAR) ? new byte[1] : NOTHING;
        }
        return switch (plugin) {
            case MysqlGreeting.NATIVE -> computed(() -> MysqlScramble.nativePassword(password, salt));
            case CACHING -> computed(() -> MysqlScramble.caching(password, salt));
            case ED25519 -> computed(() -> Ed25519Password.sign(password, salt));
            case SHA256 -> secret ? clear() : KEY_PLEASE_SHA256;
            default -> clear();
        };
    }

    private byte[] clear() {
        return new Packet().ended(password).bytes();
    }

    /** To what a plug-in says in the middle of its work. */
    Optional<byte[]> more(Content packet) throws IOException {
        packet.bytes().position(1);
        var said = packet.rest();
        if (plugin.equals(CACHING) && said.length == 1) {
            return switch (said[0]) {
                case FAST -> Optional.empty();
                case FULL -> Optional.of(secret ? clear() : KEY_PLEASE);
                default -> throw new IOException("Unexpected AuthMoreData message as part of caching_sha2_password authentication: 0x%x"
                        .formatted(said[0]));
            };
        }
        if (secret || !plugin.equals(CACHING) && !plugin.equals(SHA256)) {
            throw new IOException("Unexpected AuthMoreData message -- plugin " + Shown.line(plugin));
        }
        return Optional.of(underKey(said));
    }

    private byte[] underKey(byte[] pem) throws IOException {
        var expected = speech.setting("rsakey checksum");
        if (expected.isPresent()) {
            Sum.check(pem, expected.get());
        }
        return computed(() -> MysqlScramble.underKey(password, salt, MysqlScramble.key(pem)));
    }

    private interface Computation {

        byte[] made() throws GeneralSecurityException, IOException;
    }

    private static byte[] computed(Computation computation) throws IOException {
        try {
            return computation.made();
        } catch (GeneralSecurityException e) {
            throw new IOException("MYSQL: the password cannot be encrypted -- " + e.getMessage(), e);
        }
    }
}
