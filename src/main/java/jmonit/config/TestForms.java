package jmonit.config;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jmonit.catalog.Metric;
import jmonit.catalog.Metric.Use;
import jmonit.catalog.ServiceType;
import jmonit.catalog.ServiceType.Feature;

/** How the tests of a service type are written, for whoever has written one in another form. */
final class TestForms {

    private TestForms() {
    }

    /** What to write instead where a test was named in a form it does not have. */
    static String help(ServiceType type, Word word) {
        String name = test(word.getText().toLowerCase(Locale.ROOT));
        List<String> forms = Stream.concat(measured(type, name), featured(type, name)).toList();
        String written = forms.stream().map(form -> "\"if " + form + "\"").collect(joining(" or "));
        if (word.quoted()) {
            return "leave out the quotes";
        }
        return forms.isEmpty() ? "a " + type.keyword() + " can be tested for: " + Wording.list(TestWords.tests(type)) : "write " + written;
    }

    /** Words that only stand before or in another. */
    private static String test(String name) {
        return switch (name) {
            case "md5", "sha1" -> "checksum";
            case "unix" -> "unixsocket";
            default -> name;
        };
    }

    private static Stream<String> measured(ServiceType type, String name) {
        return Stream.concat(type.metrics().stream().filter(metric -> metric.phrases().contains(name)),
                        type.metrics().stream().filter(metric -> names(metric, name))).limit(1)
                .flatMap(metric -> metric.uses().stream().sorted().map(use -> form(use, metric.phrase())));
    }

    private static boolean names(Metric metric, String name) {
        return metric.phrases().stream().anyMatch(phrase -> List.of(phrase.split(" ")).contains(name));
    }

    private static String form(Use use, String phrase) {
        return switch (use) {
            case COMPARED -> phrase + " > …";
            case CHANGED -> "changed " + phrase;
            case EXPECTED -> "failed " + phrase + " …";
            case SEARCHED -> phrase + " = …";
            case SUMMED -> "total " + phrase + " > …";
        };
    }

    private static Stream<String> featured(ServiceType type, String name) {
        return type.features().stream().sorted().map(TestForms::form).filter(form -> List.of(form.split(" ")).contains(name));
    }

    private static String form(Feature feature) {
        return switch (feature) {
            case EXISTENCE -> "not exist";
            case PORT -> "failed port …";
            case UNIX_SOCKET -> "failed unixsocket …";
            case PING -> "failed ping";
            case LINK -> "link down";
            case IGNORE, FLAGS -> "";
        };
    }
}
