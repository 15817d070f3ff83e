package jmonit.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Delay;
import jmonit.model.EventKind;
import jmonit.model.MailFormat;
import jmonit.model.Origin;
import jmonit.model.Outlet;
import jmonit.model.Recipient;

/** Reads who is told about what. */
final class AlertReader {

    private static final Map<String, EventKind> SYNONYMS = Map.of("execute", EventKind.EXEC, "exists", EventKind.EXIST,
            "fsflag", EventKind.FSFLAGS, "perm", EventKind.PERMISSION, "time", EventKind.TIMESTAMP);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@:]+@[^\\s@:]+");
    private static final List<String> EVENTS = Arrays.stream(EventKind.values()).map(EventKind::keyword).toList();

    private static final long MOST_CYCLES = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Cursor c;

    AlertReader(Cursor cursor) {
        this.c = cursor;
    }

    Recipient alert() {
        Origin origin = c.origin();
        String address = address();
        Set<EventKind> events = EnumSet.allOf(EventKind.class);
        MailFormat format = MailFormat.DEFAULT;
        int reminder = 0;
        Delay after = Delay.NONE;
        var said = new HashSet<String>();
        while (c.more()) {
            Word option = c.peek();
            if (!said.add(option.is("not") ? "{" : option.getText().toLowerCase(Locale.ROOT))) {
                c.complain(Diagnostic.error(option.span(), "this is said twice for one recipient", "once is enough").see("alerts"));
            } else if (c.at("not") || c.at(MonitParser.OPEN)) {
                events = events();
            } else if (c.at("mail-format")) {
                format = new MailFormatReader(c).read();
            } else if (c.take("reminder")) {
                reminder = reminder();
            } else if (c.take("after")) {
                after = after();
            } else if (EVENTS.contains(c.peek().getText().toLowerCase(java.util.Locale.ROOT))) {
                c.complain(Diagnostic.error(c.peek().span(), "events stand in braces", "expected a \"{\" before this")
                        .help("write { " + c.peek().getText() + " }").see("alerts"));
            } else {
                c.unexpected("the recipient", "alerts");
            }
        }
        return new Recipient(address, events, format, reminder, after, origin);
    }

    Recipient noAlert() {
        Origin origin = c.origin();
        String address = address();
        c.unexpected("the recipient", "alerts");
        return new Recipient(address, Set.of(), MailFormat.DEFAULT, 0, Delay.NONE, origin);
    }

    /** Of a mail box or, with the word for its kind, of an outlet. */
    private String address() {
        for (Outlet.Kind kind : Outlet.Kind.values()) {
            if (!kind.hearsAll() && c.more() && !c.peek().quoted() && c.peek().is(kind.keyword())) {
                c.next();
                return Outlet.address(kind, OutletReader.name(c));
            }
        }
        Word word = c.peek();
        String address = c.value("a mail address");
        if (!c.spent() && !ADDRESS.matcher(address).matches()) {
            c.complain(Diagnostic.error(word.span(), "\"" + address + "\" is no mail address", "expected name@host").see("alerts"));
        }
        return address;
    }

    private int reminder() {
        int cycles = new Values(c).small("a number of cycles");
        if (!c.take("cycles")) {
            c.take("cycle");
        }
        return cycles;
    }

    /** How long a failure has to last; in cycles of its service or in time. */
    private Delay after() {
        Word number = c.peek();
        var values = new Values(c);
        double count = values.decimal("a number of minutes or cycles");
        boolean cycles = !c.spent() && c.takeAny(Values.CYCLES);
        Optional<Long> unit = c.spent() || cycles ? Optional.empty() : values.timeUnit();
        if (!c.spent() && !cycles && unit.isEmpty()) {
            c.welcome(Values.CYCLES);
            c.unknown("unit", "alerts");
        }
        if (c.spent()) {
            return Delay.NONE;
        }
        Duration time = cycles ? Duration.ZERO : Values.span(count, unit.orElse(0L));
        if (cycles ? count < 1 || count != Math.rint(count) || count > MOST_CYCLES : time.toSeconds() < 1 || time.compareTo(LONGEST) > 0) {
            c.complain(Diagnostic.error(number.span(), "this cannot be waited for", "expected a whole number of cycles, or a second to a year").see("alerts"));
            return Delay.NONE;
        }
        return cycles ? Delay.cycles((long) count) : Delay.of(time.truncatedTo(ChronoUnit.SECONDS));
    }

    private Set<EventKind> events() {
        boolean negated = c.take("not");
        Word open = c.peek();
        if (!c.take(MonitParser.OPEN)) {
            c.expected("a list of events such as { timeout, nonexist }");
            return Set.of();
        }
        var named = EnumSet.noneOf(EventKind.class);
        if (c.at(MonitParser.CLOSE)) {
            c.expected("an event such as timeout");
        }
        while (c.more() && !c.at(MonitParser.CLOSE)) {
            event().ifPresent(named::add);
        }
        if (!c.spent() && !c.take(MonitParser.CLOSE)) {
            c.complain(Diagnostic.error(open.span(), "this brace is never closed", "expected a \"}\" after the events").see("alerts"));
        }
        return negated ? EnumSet.complementOf(named) : named;
    }

    private Optional<EventKind> event() {
        for (EventKind kind : EventKind.values()) {
            if (c.take(kind.keyword())) {
                return Optional.of(kind);
            }
        }
        for (Map.Entry<String, EventKind> synonym : SYNONYMS.entrySet()) {
            if (c.more() && c.peek().is(synonym.getKey())) {
                c.next();
                return Optional.of(synonym.getValue());
            }
        }
        c.welcome(EVENTS);
        c.unknown("event", "alerts");
        return Optional.empty();
    }
}
