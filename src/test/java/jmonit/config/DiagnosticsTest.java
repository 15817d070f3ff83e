package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator is told about each control file of src/test/resources/diagnostics. */
class DiagnosticsTest {

    static List<Path> cases() throws IOException {
        return Golden.cases("diagnostics");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(Path controlFile) throws IOException {
        var result = read(controlFile);

        Golden.check(controlFile, Plum.complaints(result));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesHelpThatExists(Path controlFile) throws IOException {
        for (var diagnostic : read(controlFile).diagnostics()) {
            assertTrue(diagnostic.topic().isEmpty() || Files.exists(Path.of("src/main/resources/help", diagnostic.topic() + ".txt")),
                    diagnostic::message);
        }
    }

    private static Reading.Result read(Path controlFile) throws IOException {
        return new Plum().folder(controlFile.resolveSibling("parts"), "parts").file("monitrc", Files.readString(controlFile)).read("monitrc");
    }

    @Test
    void everyExpectedTextHasItsControlFile() throws IOException {
        assertEquals(List.of(), Golden.orphans("diagnostics"));
    }
}
