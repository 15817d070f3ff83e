package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jmonit.catalog.Protocol;
import jmonit.catalog.ServiceType;
import jmonit.config.Reading;
import jmonit.diagnostic.Severity;
import jmonit.model.Outlet;
import jmonit.os.FakeFiles;

/**
 * The manual pages are complete: each statement has its syntax, its default and two examples, each word of the language is there, and the
 * examples are control files that jmonit accepts, but for those that say they are none.
 */
class ManualTest {

    /** Chapters whose statements do something when they are left out. What a test or a service would be without its words is told for all together. */
    private static final Set<String> WITH_DEFAULTS = Set.of("SETTINGS", "SERVICE STATEMENTS", "RULES");
    private static final Set<String> OF_STATEMENTS = Set.of("SETTINGS", "SERVICE STATEMENTS", "RULES", "SERVICES", "TESTS", "CONNECTION TESTS",
            "PROTOCOLS");
    private static final Pattern SETTING = Pattern.compile("Map\\.entry\\(\"(\\w[\\w-]*)\"");

    static Stream<ManualPage.Example> examples() throws IOException {
        return Stream.concat(ManualPage.read("jmonit.1").examples().stream(), ManualPage.read("jmonitrc.5").examples().stream());
    }

    static List<ManualPage.Section> statements() throws IOException {
        return ManualPage.read("jmonitrc.5").sections().stream()
                .filter(section -> OF_STATEMENTS.contains(section.chapter()) && section.hasSyntax() && !section.title().equals("SERVICES"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void hasOnlyExamplesThatAreAccepted(ManualPage.Example example) {
        var result = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", example.text()), "plum");

        assertEquals(List.of(), result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList(), example.text());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void tellsEachStatementWithTwoExamplesAndItsDefault(ManualPage.Section section) {
        assertTrue(section.examples() >= 2, "examples: " + section.examples());
        assertTrue(!WITH_DEFAULTS.contains(section.chapter()) || section.source().contains("\nDefault: "), "no line begins with Default:");
    }

    @Test
    void knowsEverySetting() throws IOException {
        String page = words("SETTINGS");

        Stream<String> monits = SETTING.matcher(Files.readString(Path.of("src/main/java/jmonit/config/SettingReader.java"))).results()
                .map(MatchResult::group).map(entry -> SETTING.matcher(entry).replaceAll("$1"));
        Stream<String> ours = Stream.of(Outlet.Kind.values()).map(Outlet.Kind::keyword);

        assertEquals(List.of(), Stream.concat(monits, ours).filter(word -> !mentions(page, word)).toList());
    }

    @Test
    void knowsEveryServiceType() throws IOException {
        String page = words("SERVICES");

        assertEquals(List.of(), BuiltIn.CATALOG.serviceTypes().stream().map(ServiceType::keyword).filter(word -> !mentions(page, word)).toList());
    }

    @Test
    void knowsEveryProtocol() throws IOException {
        String page = words("PROTOCOLS");

        assertEquals(List.of(), BuiltIn.CATALOG.protocols().stream().map(Protocol::keyword).filter(word -> !mentions(page, word)).toList());
    }

    private static String words(String chapter) throws IOException {
        return ManualPage.plain(String.join("\n", ManualPage.read("jmonitrc.5").sections().stream()
                .filter(section -> section.chapter().equals(chapter)).map(ManualPage.Section::source).toList()));
    }

    /** In bold, as words of the language are, or in a heading. */
    private static boolean mentions(String page, String word) {
        return Pattern.compile("(?m)(\\\\fB([^\\\\]* )?|^\\.S[SH] (.*\\b)?|^\\.B (.*\\b)?)" + Pattern.quote(word) + "\\b").matcher(page).find();
    }
}
