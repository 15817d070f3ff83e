package jmonit.protocol;

import static jmonit.protocol.Script.complaint;
import static jmonit.protocol.Script.option;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.Speech.Setting;
import jmonit.os.FakeWire;

/** Registries of both kinds, as they answer; it is the first of November 2026. */
class DomainExpiryTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));
    private static final Setting DOMAIN = option("domain", "example.org");
    private static final String RDAP = """
            {"objectClassName": "domain", "events": [{"eventAction": "registration", "eventDate": "1995-08-31T04:00:00Z"},
             {"eventAction": "expiration", "eventDate": "2026-12-02T04:00:00Z"}]}""";

    private static String whois(String answer, String days) {
        return complaint(new WhoisConversation(NOW), FakeWire.saying(answer), DOMAIN, option("valid", days));
    }

    private static String rdap(String status, String page, String days) {
        var wire = FakeWire.saying("HTTP/1.1 " + status + "\r\nContent-Length: " + page.length() + "\r\n\r\n" + page);
        return complaint(new RdapConversation(NOW), wire, DOMAIN, option("valid", days));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "   Registry Expiry Date: 2026-12-02T04:00:00Z",
        "Registrar Registration Expiration Date: 2026-12-02T04:00:00Z",
        "paid-till:     2026-12-02T21:00:00Z",
        "    Expiry date:  02-Dec-2026",
        "Record expires on 02-Dec-2026.",
        "expires:          2026-12-02",
        "expire:       02.12.2026",
        "expires............: 2.12.2026 00:00:00",
        "renewal date:          2026.12.02 14:01:01",
        "[Expires on]                    2026/12/02",
        "Expiration Time: 2026-12-02 12:48:36",
        "Valid Until: 02 December 2026"})
    void aLineTellsWhenADomainEnds(String line) {
        var answer = "% A remark that the data expire never.\r\nDomain Name: EXAMPLE.ORG\r\nCreation Date: 1995-08-31\r\n" + line + "\r\nName Server: A\r\n";

        assertEquals("", whois(answer, "30"));
        assertEquals("domain expiry in 30 days matches check limit [valid > 31 days] (example.org ends on 2026-12-02)", whois(answer, "31"));
    }

    @Test
    void oneThatHasEndedFailsWithoutALimit() {
        assertEquals("domain expiry in -10 days matches check limit [valid > 0 days] (example.org ends on 2026-10-22)", 
                complaint(new WhoisConversation(NOW), FakeWire.saying("Expiry Date: 2026-10-22\r\n"), DOMAIN));
    }

    @Test
    void theQuestionIsTheDomain() {
        var wire = FakeWire.saying("Expiry Date: 2027-10-22\r\n");

        assertEquals("", complaint(new WhoisConversation(NOW), wire, option("domain", "bücher.example")));
        assertEquals("xn--bcher-kva.example\r\n", wire.sent());
    }

    @Test
    void whatIsNoDomainIsNotAskedFor() {
        var wire = FakeWire.saying("Expiry Date: 2027-10-22\r\n");

        assertEquals("a b is no domain", complaint(new WhoisConversation(NOW), wire, option("domain", "a\r\nb")));
        assertEquals("", wire.sent());
    }

    @Test
    void anAnswerWithoutADayShowsHowItBegins() {
        assertEquals("WHOIS: the answer does not tell when example.org ends -- it begins with: No match for EXAMPLE.ORG",
                whois("% notice\r\n\r\nNo match for EXAMPLE.ORG\r\n>>> Last update 2026-11-01 <<<\r\n", "5"));
        assertEquals("WHOIS: the answer does not tell when example.org ends -- it says nothing", whois("", "5"));
        assertEquals("WHOIS: the answer does not tell when example.org ends -- it begins with: Expiry Date: 2026-99-99", whois("Expiry Date: 2026-99-99\n", "5"));
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() {
        assertEquals("WHOIS: the answer does not tell when example.org ends -- it begins with: x", whois("x\n".repeat(100_000), "5"));
    }

    @Test
    void theEventsOfRdapTellIt() {
        assertEquals("", rdap("200 OK", RDAP, "30"));
        assertEquals("domain expiry in 30 days matches check limit [valid > 31 days] (example.org ends on 2026-12-02)", rdap("200 OK", RDAP, "31"));
    }

    @Test
    void rdapIsAskedBelowThePathOfTheRegistry() {
        var wire = FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n" + RDAP);

        assertEquals("", complaint(new RdapConversation(NOW), wire, DOMAIN, option("path", "/com/v1/")));
        assertEquals("GET /com/v1/domain/example.org HTTP/1.1", wire.sent().lines().findFirst().orElse(""));
    }

    @Test
    void rdapSaysWhatIsWrong() {
        assertEquals("RDAP: the server does not know example.org", rdap("404 Not Found", "", "5"));
        assertEquals("RDAP: the server returned status 302", rdap("302 Found", "", "5"));
        assertEquals("RDAP: the answer is not JSON -- a value is expected at byte 1", rdap("200 OK", "<html>", "5"));
        assertEquals("RDAP: the answer does not tell when example.org ends", rdap("200 OK", "{\"events\": [5]}", "5"));
        assertEquals("RDAP: soon is no time", rdap("200 OK", "{\"events\": [{\"eventAction\": \"expiration\", \"eventDate\": \"soon\"}]}", "5"));
    }
}
