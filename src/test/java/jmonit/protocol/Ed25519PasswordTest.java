package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "a password of just 32 letters !!", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"})
    void signsAsJavaDoesWhereThePasswordIsASecretOfJava(String password) throws Exception {
        var salt = "the salt of the server, 32 bytes".getBytes(StandardCharsets.US_ASCII);
        var key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, password.getBytes(StandardCharsets.US_ASCII)));
        var java = Signature.getInstance("Ed25519");
        java.initSign(key);
        java.update(salt);

        var ours = Ed25519Password.sign(password, salt);

        assertEquals(HexFormat.of().formatHex(java.sign()), HexFormat.of().formatHex(ours));
    }
}
