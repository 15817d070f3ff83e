package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A RADIUS server: it answers a question about its state, and shows that it knows the secret. */
final class RadiusConversation implements Conversation {

    private static final String USUAL_SECRET = "testing123";
    private static final int STATUS_SERVER = 12;
    private static final int ACCEPT = 2;
    private static final int ACCOUNTING_RESPONSE = 5;
    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int SUM = 16;
    private static final int HEADER = 20;
    private static final int LONGEST = 4096;
    private static final String FAILS_AUTHENTICATION = "RADIUS: message fails authentication";

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var secret = Packet.utf8(connection.speech().setting("secret").orElse(USUAL_SECRET));
        var question = question(secret);
        Phase.of("RADIUS: error sending query", () -> {
            wire.send(question);
            return question;
        });
        var talk = Talk.over(wire, connection);
        judge(Phase.of("RADIUS: error receiving response", () -> talk.some(LONGEST)), question, secret);
    }

    private static byte[] question(byte[] secret) throws IOException {
        var random = new byte[1 + SUM];
        new SecureRandom().nextBytes(random);
        var question = new Packet().u8(STATUS_SERVER).u8(random[0]).u16(HEADER + 2 + SUM).put(Arrays.copyOfRange(random, 1, 1 + SUM))
                .u8(MESSAGE_AUTHENTICATOR).u8(2 + SUM).put(new byte[SUM]).bytes();
        System.arraycopy(keyed(secret, question), 0, question, HEADER + 2, SUM);
        return question;
    }

    private static void judge(byte[] answer, byte[] question, byte[] secret) throws IOException {
        if (answer.length < HEADER) {
            throw new IOException("RADIUS: error receiving response -- " + answer.length + " bytes are no message");
        }
        if (answer[0] != ACCEPT && answer[0] != ACCOUNTING_RESPONSE) {
            throw new IOException("RADIUS: Invalid reply code -- error occurred, code " + (answer[0] & 0xff));
        }
        if (answer[1] != question[1]) {
            throw new IOException("RADIUS: ID mismatch");
        }
        var length = ByteBuffer.wrap(answer).getShort(2) & 0xffff;
        if (length < HEADER || length > answer.length) {
            throw new IOException("RADIUS: message has invalid length");
        }
        authentic(Arrays.copyOf(answer, length), question, secret);
    }

    /** Both signatures are made over the authenticator of the question; the second one, where it is, over zeros in its own place. */
    private static void authentic(byte[] answer, byte[] question, byte[] secret) throws IOException {
        var signed = answer.clone();
        System.arraycopy(question, 4, signed, 4, SUM);
        var sum = summed(signed, secret);
        if (!MessageDigest.isEqual(sum, Arrays.copyOfRange(answer, 4, HEADER))) {
            throw new IOException(FAILS_AUTHENTICATION + " -- is the secret the same on both sides?");
        }
        var place = messageAuthenticator(answer);
        if (place > 0) {
            Arrays.fill(signed, place, place + SUM, (byte) 0);
            if (!MessageDigest.isEqual(keyed(secret, signed), Arrays.copyOfRange(answer, place, place + SUM))) {
                throw new IOException(FAILS_AUTHENTICATION + " -- its Message-Authenticator is wrong");
            }
        }
    }

    /** Where it begins, or 0 where there is none. */
    private static int messageAuthenticator(byte[] answer) throws IOException {
        for (var at = HEADER; at + 2 <= answer.length; at += answer[at + 1] & 0xff) {
            var length = answer[at + 1] & 0xff;
            if (length < 2 || at + length > answer.length) {
                throw new IOException("RADIUS: message has invalid length");
            }
            if ((answer[at] & 0xff) == MESSAGE_AUTHENTICATOR && length == 2 + SUM) {
                return at + 2;
            }
        }
        return 0;
    }

    private static byte[] summed(byte[] message, byte[] secret) throws IOException {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(message);
            return digest.digest(secret);
        } catch (GeneralSecurityException e) {
            throw new IOException("RADIUS: this Java runtime has no MD5", e);
        }
    }

    private static byte[] keyed(byte[] secret, byte[] message) throws IOException {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, "HmacMD5"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IOException("RADIUS: this Java runtime has no HmacMD5", e);
        }
    }
}
