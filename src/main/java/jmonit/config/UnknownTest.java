package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jmonit.catalog.Catalog;
import jmonit.catalog.ServiceType;
import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Suggest;

/** Complains about a rule in which no test was found, and says what could be meant. */
final class UnknownTest {

    private final Cursor c;
    private final Catalog catalog;
    private final ServiceType type;

    UnknownTest(Cursor cursor, Catalog catalog, ServiceType type) {
        this.c = cursor;
        this.catalog = catalog;
        this.type = type;
    }

    private String topic() {
        return "check-" + type.keyword();
    }

    void complain(Word word) {
        Set<String> tests = TestWords.tests(type);
        c.welcome(tests);
        if (!c.more()) {
            c.unknown("test", topic());
            return;
        }
        if (c.halfPhrase()) {
            return;
        }
        List<String> others = others(word.getText().toLowerCase(Locale.ROOT));
        if (TestWords.heads(type).contains(word.getText().toLowerCase(Locale.ROOT))) {
            wrongUse(word);
        } else if (others.isEmpty() || word.quoted()) {
            unknown(word);
        } else {
            c.complain(Diagnostic.error(word.span(), "a " + type.keyword() + " has no \"" + word.getText() + "\" to test in this way",
                            "only " + Wording.list(others) + " services have it")
                    .help("a " + type.keyword() + " can be tested for: " + Wording.list(tests)).see(topic()));
        }
    }

    /** Which services have such a test. */
    private List<String> others(String word) {
        return catalog.serviceTypes().stream().filter(t -> t != type && TestWords.heads(t).contains(word)).map(ServiceType::keyword).toList();
    }

    /** The service has such a test, but not in this form. */
    private void wrongUse(Word word) {
        c.complain(Diagnostic.error(word.span(), word.quoted() ? "a test is named without quotes" : "\"" + word.getText() + "\" cannot be tested like this",
                        word.quoted() ? "expected " + word.getText() : "another form of test has it")
                .help(TestForms.help(type, word)).see(topic()));
    }

    private void unknown(Word word) {
        if (c.headOfLine(word) || c.halfPhrase()) {
            return;
        }
        var heads = new ArrayList<>(TestWords.heads(type));
        Optional<String> near = c.suggest(word).or(() -> Suggest.nearest(word.getText(), heads));
        Diagnostic complaint = Diagnostic.error(word.span(), "unknown test \"" + word.getText() + "\"",
                "expected something to test of a " + type.keyword());
        c.complain(complaint.help(near.map(Wording::didYouMean)
                .orElse("a " + type.keyword() + " can be tested for: " + Wording.list(TestWords.tests(type)))).see(topic()));
    }
}
