package jmonit.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.catalog.Metric;
import jmonit.catalog.Metric.Use;
import jmonit.catalog.ServiceType;
import jmonit.catalog.ServiceType.Feature;
import jmonit.diagnostic.Diagnostic;
import jmonit.model.Amount;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.Digest;
import jmonit.model.Pattern;

/** Reads what stands between {@code if} and its window: what a rule asks. */
final class ConditionReader {

    private static final Condition NONE = new Condition.Missing();
    private static final List<String> MATCH = List.of("match", "matching");

    private final Cursor c;
    private final Values values;
    private final Catalog catalog;
    private final ServiceType type;
    private final String host;
    private final Duration networkTimeout;
    private String units = "";

    ConditionReader(Cursor cursor, Catalog catalog, ServiceType type, String host, Duration networkTimeout) {
        this.c = cursor;
        this.values = new Values(cursor);
        this.catalog = catalog;
        this.type = type;
        this.host = host;
        this.networkTimeout = networkTimeout;
    }

    Condition read() {
        Word first = c.peek();
        if (c.at(MonitParser.NUMBER) && (c.peek(1).is("restart") || c.peek(1).is("restarts"))) {
            return restarts();
        }
        if (c.at(MonitParser.NUMBER)) {
            c.next();
            c.welcome(List.of("restarts", "restart"));
            c.expected("\"restarts\"");
            return NONE;
        }
        if (c.take("failed")) {
            return probed();
        }
        if (c.take("succeeded")) {
            return connections(true).orElseGet(() -> noTest(first));
        }
        if (c.take("changed")) {
            return changed();
        }
        if (c.take("not")) {
            return negated();
        }
        return stated();
    }

    private Condition restarts() {
        Word first = c.peek();
        int restarts = values.small("a number of restarts");
        c.next();
        Word number = c.peek();
        int cycles = values.small("a number of cycles");
        if (!c.spent() && !c.take("cycles") && !c.take("cycle")) {
            c.unknown("unit", "windows");
        }
        if (restarts < 1) {
            c.complain(Diagnostic.error(first.span(), "no restart at all cannot be counted", "at least 1 here").see("rules"));
        }
        if (!c.spent() && restarts > cycles) {
            c.complain(Diagnostic.error(number.span(), restarts + " restarts cannot happen within " + cycles + " cycles",
                    "at least " + restarts + " here").see("rules"));
        }
        return new Condition.Restarted(restarts, cycles);
    }

    // ---- failed, succeeded

    private Condition probed() {
        Optional<Digest> asked = digest();
        if (asked.isPresent()) {
            return sum(asked);
        }
        for (Metric metric : type.metrics()) {
            if (metric.uses().contains(Use.EXPECTED) && c.takeAnyPhrase(metric.phrases())) {
                return expected(metric);
            }
        }
        return connections(false).orElseGet(() -> noTest(c.peek()));
    }

    /** {@code md5 checksum} or {@code sha1 checksum}, where the service has one. */
    private Optional<Digest> digest() {
        boolean summed = TestWords.summed(type);
        if (summed && c.takePhrase("md5 checksum")) {
            return Optional.of(Digest.MD5);
        }
        return summed && c.takePhrase("sha1 checksum") ? Optional.of(Digest.SHA1) : Optional.empty();
    }

    private Optional<Condition> connections(boolean succeeded) {
        if (type.features().contains(Feature.LINK) && c.take("link")) {
            return Optional.of(new Condition.Link(succeeded));
        }
        if (type.features().contains(Feature.PING) && PingReader.startsAt(c)) {
            return Optional.of(new Condition.Pinged(new PingReader(c, networkTimeout).read(), succeeded));
        }
        if (type.features().contains(Feature.PORT)) {
            var reader = new ConnectionReader(c, catalog, type, host, networkTimeout);
            return reader.starts() ? Optional.of(new Condition.Connected(reader.read(), succeeded)) : Optional.empty();
        }
        return Optional.empty();
    }

    private Condition expected(Metric metric) {
        return switch (metric.key()) {
            case "checksum" -> sum(Optional.empty());
            case "permission" -> new Condition.Differs("permission", permission());
            case "uid", "gid", "euid" ->
                    new Condition.DiffersOwner(metric.key(), values.principal(metric.key().equals("gid") ? "a group" : "a user"));
            default -> new Condition.Differs(metric.key(), c.strictValue("a value"));
        };
    }

    private String permission() {
        Word word = c.peek();
        long digits = values.whole("an octal number such as 644");
        if (!c.spent() && !word.getText().matches("0*[0-7]{1,4}")) {
            c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" is no permission", "expected an octal number up to 7777")
                    .see("permission"));
        }
        return "%04d".formatted(Math.min(digits, 7777));
    }

    private Condition sum(Optional<Digest> asked) {
        if (!c.take("expect") && !(c.more() && (c.peek().quoted() || Sums.looksLikeOne(c.peek().getText())))) {
            return new Condition.DiffersSum(asked.orElse(Digest.MD5), "");
        }
        Word word = c.peek();
        String text = c.value("a checksum").toLowerCase(Locale.ROOT);
        Optional<Digest> digest = Sums.digest(text);
        if (!c.spent() && (digest.isEmpty() || asked.isPresent() && !asked.equals(digest))) {
            c.complain(Sums.invalid(word, asked));
        }
        return new Condition.DiffersSum(asked.or(() -> digest).orElse(Digest.MD5), text);
    }

    // ---- changed

    private Condition changed() {
        Optional<Digest> asked = digest();
        if (asked.isPresent()) {
            return new Condition.Changed("checksum." + asked.get());
        }
        for (Metric metric : type.metrics()) {
            if (metric.uses().contains(Use.CHANGED) && c.takeAnyPhrase(metric.phrases())) {
                return new Condition.Changed(metric.key().equals("checksum") ? "checksum.MD5" : metric.key());
            }
        }
        return noTest(c.peek());
    }

    private Condition negated() {
        if (existence()) {
            return new Condition.Missing();
        }
        if (c.take("changed") || c.peek().is("content") && c.peek(1).is("changed") && c.take("content") && c.take("changed")) {
            return changed() instanceof Condition.Changed(String metric) ? new Condition.Unchanged(metric) : NONE;
        }
        return searched(true).orElseGet(() -> noTest(c.peek()));
    }

    private boolean existence() {
        return type.features().contains(Feature.EXISTENCE) && (c.take("exist") || c.take("exists"));
    }

    // ---- plain statements

    private Condition stated() {
        if (existence()) {
            return new Condition.Present();
        }
        if (type.features().contains(Feature.LINK) && c.takePhrase("link down")) {
            return new Condition.Link(false);
        }
        if (type.features().contains(Feature.LINK) && c.takePhrase("link up")) {
            return new Condition.Link(true);
        }
        return contentChange().or(() -> searched(false)).orElseGet(this::compared);
    }

    /** Ours and 5.34's: {@code content changed}, {@code content not changed}. */
    private Optional<Condition> contentChange() {
        boolean watched = has(Use.SEARCHED) && has(Use.CHANGED) && type.naming() == ServiceType.Naming.PROGRAM;
        if (watched && c.takePhrase("content changed")) {
            return Optional.of(new Condition.Changed("content"));
        }
        return watched && c.takePhrase("content not changed") ? Optional.of(new Condition.Unchanged("content")) : Optional.empty();
    }

    private boolean has(Use use) {
        for (Metric metric : type.metrics()) {
            if (metric.uses().contains(use)) {
                return true;
            }
        }
        return false;
    }

    Optional<Condition> searched(boolean negated) {
        if (!has(Use.SEARCHED) || !c.takeAny(MATCH) && !c.take("content")) {
            return Optional.empty();
        }
        boolean match = !c.previous().is("content");
        if (!match && !c.at(MonitParser.COMPARATOR)) {
            c.unglueComparison();
        }
        boolean compared = c.at(MonitParser.COMPARATOR);
        Comparison comparison = values.comparison(List.of("=", "==", "!=", "<>"));
        if (!compared && !match && !negated) {
            c.unknown("comparison", "content");
        }
        boolean file = c.peek().getText().startsWith("/");
        String text = c.strictValue("a regular expression");
        Pattern pattern = file ? new Pattern.FromFile(text) : new Pattern.Regex(text);
        if (pattern instanceof Pattern.Regex && !c.spent()) {
            Expressions.check(c, c.previous());
        }
        return Optional.of(new Condition.Matches("content", pattern, negated ^ comparison == Comparison.NOT_EQUAL));
    }

    /** Monit reads several tests joined by "and" or "or" and keeps the last; so do we, but not in silence. */
    private Condition compared() {
        c.unglueComparisons();
        Condition condition = comparison().orElseGet(() -> noTest(c.peek()));
        while (c.more()) {
            Word next = c.peek();
            Optional<Condition> another = comparison();
            if (another.isEmpty()) {
                unknownUnit();
                break;
            }
            condition = another.get();
            c.warn(Diagnostic.warning(next.span(), "only the last test of this rule counts", "the tests before this are not made")
                    .help("write a rule of its own for each test").see("rules"));
        }
        return condition;
    }

    /** A word right after the number can only be meant as its unit. */
    private void unknownUnit() {
        if (c.at(MonitParser.WORD) && c.previous().getType() == MonitParser.NUMBER && !c.peek().startsLine()
                && Wording.guess(c.peek(), List.of("then")).isEmpty() && c.suggest(c.peek()).filter(s -> !Units.is(s)).isEmpty()) {
            c.complain(Diagnostic.error(c.peek().span(), "unknown unit \"" + c.peek().getText() + "\"", "expected " + units)
                    .help(c.suggest(c.peek()).map(Wording::didYouMean).orElse("\"jmonit help units\" has them all")).see("units"));
        }
    }

    private Optional<Condition> comparison() {
        for (Metric metric : type.metrics()) {
            boolean summed = metric.uses().contains(Use.SUMMED);
            if ((summed || metric.uses().contains(Use.COMPARED)) && c.takeAnyPhrase(metric.phrases())) {
                Comparison comparison = values.comparison();
                units = Quantities.units(metric);
                Amount limit = new Quantities(c).limit(metric);
                return Optional.of(summed ? total(metric, comparison, limit) : threshold(metric, comparison, limit));
            }
        }
        return Optional.empty();
    }

    private Condition threshold(Metric metric, Comparison comparison, Amount limit) {
        if (metric.key().equals("status") && limit.value() > 255) {
            c.warn(Diagnostic.warning(c.previous().span(), "no program exits with a status above 255", "this test cannot hold")
                    .see("check-program"));
        }
        return new Condition.Threshold(metric.key(), comparison, limit);
    }

    private Condition total(Metric metric, Comparison comparison, Amount limit) {
        return new TotalReader(c).read().<Condition>map(s -> new Condition.Total(metric.key(), comparison, limit, s.time(), s.spoken())).orElse(NONE);
    }

    private Condition noTest(Word word) {
        new UnknownTest(c, catalog, type).complain(word);
        return NONE;
    }
}
