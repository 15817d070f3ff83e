package jmonit.protocol;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.model.Speech.Setting;
import jmonit.os.Wire;

/**
 * A secure shell server: it says who it is, and proves it where the rule names its key. Without one we are whatever it is, so that it never
 * has to refuse our version.
 */
final class SshConversation implements Conversation {

    /** The signatures of each kind of key, the kinds in the order in which every client prefers them. */
    private static final List<Map.Entry<String, List<String>>> KINDS = List.of(
            Map.entry("ed25519", List.of("ssh-ed25519")),
            Map.entry("ecdsa", List.of("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521")),
            Map.entry("rsa", List.of("rsa-sha2-512", "rsa-sha2-256")));

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var identification = talk.line("SSH: error receiving identification string");
        if (!identification.startsWith("SSH-")) {
            throw new IOException("SSH: protocol error " + identification);
        }
        var wanted = connection.speech().settings().stream().filter(s -> s.option().equals("hostkey")).map(Setting::value).toList();
        if (wanted.isEmpty()) {
            talk.say(identification + "\r\n");
        } else {
            check(new SshExchange(new SshPackets(talk), identification, algorithms(wanted)).hostKey(), wanted);
        }
    }

    /** Of the kinds of key the rule names, or of all where one of its fingerprints is of any kind. */
    private static List<String> algorithms(List<String> wanted) {
        var any = wanted.stream().anyMatch(w -> !w.contains(" "));
        return KINDS.stream().filter(k -> any || wanted.stream().anyMatch(w -> w.startsWith(k.getKey() + " ")))
                .flatMap(k -> k.getValue().stream()).toList();
    }

    private static void check(SshHostKey key, List<String> wanted) throws IOException {
        try {
            var fingerprint = key.fingerprint();
            if (wanted.stream().map(w -> w.substring(w.indexOf(' ') + 1)).noneMatch(fingerprint::equals)) {
                throw new IOException("SSH: the host key is " + fingerprint + " (" + Shown.line(key.type()) + "), which is not the one expected");
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("SSH: the host key cannot be summed -- " + e.getMessage(), e);
        }
    }
}
